import { answerAlert } from '../alerts/answer-alert.ts'
import { answerByCustomer } from '../alerts/answer-by-customer.ts'
import type { AlertMove } from '../alerts/alert-event.ts'
import type { AlertOutcome, AlertState } from '../alerts/alert-state.ts'
import { defaultAskingPolicy as policy } from '../alerts/asking-policy.ts'
import { attemptContact } from '../alerts/attempt-contact.ts'
import { claimAlert } from '../alerts/claim-alert.ts'
import type { ContactChannel } from '../alerts/contact-terms.ts'
import type { Remedies } from '../alerts/remedies.ts'
import { type SeededRandom, seededRandom } from '../statistics/seeded-random.ts'
import { carePeople, type PeopleIds } from './care-people.ts'
import type { DemoTransaction } from './demo-transaction.ts'
import type { DemoOrganisation } from './generate-demo.ts'

/** A question of the demo's year as it was raised, with the transaction that raised it. */
export interface DemoAlert {
  readonly customerRef: string
  readonly id: string
  readonly transactionId: string
  /** The transaction's. */
  readonly channel: string
  readonly state: AlertState
}

/** One move of somebody on an alert; `by` null: the customer, alone. `at`: epoch milliseconds. */
export interface DemoMove extends AlertMove {
  readonly at: number
  readonly by: string | null
}

export interface DemoAnswer {
  readonly alert: DemoAlert
  /** In the order in which they happened; the last one is the answer. */
  readonly moves: readonly [...DemoMove[], DemoMove]
}

const dayMs = 86_400_000
const hourMs = 3_600_000
const minuteMs = 60_000
/** The questions of so many last days are still open: somebody has to ask them. */
const openDays = 2
const unreachableShare = 0.06
const byLinkShare = 0.3
const usualWaitMinutes = 26

/**
 * How the questions that are older than two days were asked, and what the customers said: every move is one that the alert desk
 * allows. `now` in epoch milliseconds.
 */
export function answerDemoAlerts(
  demo: Pick<DemoOrganisation, 'transactions'>,
  alerts: readonly DemoAlert[],
  people: PeopleIds,
  now: number,
): DemoAnswer[] {
  const known = new Map(demo.transactions.map((one) => [one.transaction.id, one]))
  return alerts
    .filter(({ state }) => state.raisedAt < now - (openDays + 1) * dayMs)
    .map((alert) => {
      const random = seededRandom(`answer ${alert.transactionId}`)
      const reached = !random.chance(unreachableShare)
      const at = alert.state.raisedAt + Math.round(random.lognormal(usualWaitMinutes, 1) * minuteMs)
      const by = people[random.pick(carePeople)]
      const about = known.get(alert.transactionId) ?? null
      if (!reached) return { alert, moves: neverReached(alert, by, at) }
      if (about?.truth == null && random.chance(byLinkShare)) return { alert, moves: [byLink(alert, at)] }
      return { alert, moves: asked(alert, by, at, about, random) }
    })
}

function byLink({ state, channel }: DemoAlert, at: number): DemoMove {
  return { ...answerByCustomer(state, 'right', { channel, at, policy }), at, by: null }
}

/** Taken half-way between the question and the answer, spoken to and answered. */
function asked(
  { state, channel }: DemoAlert,
  by: string,
  at: number,
  about: DemoTransaction | null,
  random: SeededRandom,
): DemoAnswer['moves'] {
  const takenAt = Math.round((state.raisedAt + at) / 2)
  const taken = claimAlert(state, { by, at: takenAt, mayTakeOver: false })
  const how = channel === 'pos' ? 'till' : 'phone'
  const spoken = attemptContact(taken.state, attempt(how, 'reached'), { by, at })
  const outcome: AlertOutcome = about?.truth ?? 'intended'
  const remedies = remediesOf(about, state, random)
  const said = { outcome, channel: how, by: null, note: null, remedies } as const
  return [
    { ...taken, at: takenAt, by },
    { ...spoken, at, by },
    { ...answered(spoken.state, said, by, at), at, by },
  ]
}

/** Called as often, and over as long, as the policy asks for. */
function neverReached({ state }: DemoAlert, by: string, firstAt: number): DemoAnswer['moves'] {
  const moves: DemoMove[] = []
  let current = state
  const add = (move: AlertMove, at: number) => {
    moves.push({ ...move, at, by })
    current = move.state
  }
  add(claimAlert(current, { by, at: firstAt, mayTakeOver: false }), firstAt)
  for (let i = 0; i < policy.attempts; i++) {
    const at = firstAt + Math.round((i * policy.attemptHours * hourMs) / (policy.attempts - 1))
    add(attemptContact(current, attempt('phone', i === 0 ? 'voicemail' : 'noAnswer'), { by, at }), at)
  }
  const at = firstAt + policy.attemptHours * hourMs
  const said = { outcome: 'unreachable', channel: 'phone', by: null, note: null, remedies: {} } as const
  return [...moves, { ...answered(current, said, by, at), at, by }]
}

function attempt(channel: ContactChannel, result: 'reached' | 'voicemail' | 'noAnswer') {
  return { channel, result, note: null, retryAt: null }
}

function answered(
  state: AlertState,
  said: { outcome: AlertOutcome; channel: string; by: null; note: null; remedies: Remedies },
  personId: string,
  at: number,
): AlertMove {
  return answerAlert(state, said, { source: 'person', personId, at, policy })
}

/** Most of it is stopped in time; now and then it has to be given back, or some of it is gone. */
function remediesOf(about: DemoTransaction | null, state: AlertState, random: SeededRandom): Remedies {
  if (about?.truth == null) return {}
  const whole = Math.max(1, about.truth === 'mistake' ? (about.costMinor ?? 0) : Math.abs(state.amountMinor))
  const luck = random.uniform()
  if (luck < 0.8) return { stopped: whole }
  if (about.truth === 'mistake' && luck < 0.92) return { refunded: whole }
  const lost = Math.max(1, Math.round(whole * 0.4))
  return lost >= whole ? { lost: whole } : { recovered: whole - lost, lost }
}
