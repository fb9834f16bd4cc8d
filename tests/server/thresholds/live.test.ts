import { beforeAll, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { type RampPlan } from '../../../domain/thresholds/ramp-plan.ts'
import { isInRamp } from '../../../domain/thresholds/ramp-share.ts'
import { getPool } from '../../../server/db/pool.ts'
import { decide, storeShadowCounts } from '../../../server/screening/screening.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { runRamps } from '../../../server/thresholds/live/run-ramps.ts'
import { tripRules } from '../../../server/thresholds/live/trip-rules.ts'
import { listAffected } from '../../../server/thresholds/queries/list-affected.ts'
import { getShadowReport } from '../../../server/thresholds/queries/get-shadow-report.ts'
import { redecide } from '../../../server/thresholds/redecide.ts'
import { createDraft } from '../../../server/thresholds/verbs/create-draft.ts'
import { rearmRule } from '../../../server/thresholds/verbs/rearm-rule.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { saveThresholdPolicy } from '../../../server/thresholds/verbs/save-threshold-policy.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import { request, transfer } from '../screening/transactions.ts'
import { begin, now, read, rulesOf, window, withThreshold } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
  await send('before all', 1_000, window.from)
})

/** Large transfers ask at 100 000 PLN; the draft asks at 50 000 PLN, or never. */
async function draftAsking(amountMinor: number, ramp: RampPlan | null, testedOn = window) {
  const { version, edition } = await createDraft({ note: 'Another sum', from: null }, { actor: irina, now })
  const { rules, merchantCriteria } = await rulesOf(version)
  const changed = rules.map((rule) =>
    rule.key === 'large-payment'
      ? {
          ...rule,
          thresholds: {
            default: null,
            overrides: [{ currency: 'PLN', channel: 'transfer' as const, value: amountMinor }],
          },
        }
      : rule,
  )
  const by = { actor: irina, now }
  const saved = await saveDraft(
    version,
    { rules: changed, merchantCriteria, note: 'Another sum', ramp },
    { ...by, expectedEdition: edition },
  )
  await submitVersion(version, testedOn, { ...by, expectedEdition: saved.edition })
  const { seal } = await read(version)
  return { version, edition: saved.edition, seal }
}

let sent = 0
async function send(customerRef: string, amountMinor: number, occurredAt = Date.now()) {
  const transaction = transfer({
    ...{ id: `live ${sent++}`, customerRef, amountMinor, payee: { ref: `payee ${sent}`, name: null } },
    occurredAt,
  })
  return (await decide(request(transaction))).decision
}

it('a draft in review is counted beside the active version and asks nobody', async () => {
  const { version, edition } = await draftAsking(5_000_000, null)
  expect((await send('a', 6_000_000)).decision).toBe('proceed')
  expect((await send('b', 20_000_000)).decision).toBe('ask')
  expect((await send('c', 1_000)).decision).toBe('proceed')
  await storeShadowCounts()
  const { days, rules } = await getShadowReport(version, edition)
  expect(days).toMatchObject([{ transactions: 3, asked: 2, askedLive: 1, askedBoth: 1 }])
  expect(rules).toMatchObject([{ rule: 'large-payment', asked: 2, askedLive: 1, askedBoth: 1 }])
})

it('a draft is not sent when there was no purchase in the window that it is tested on', async () => {
  const emptied = { from: window.to, to: window.to + (window.to - window.from) }
  await expect(draftAsking(6_000_000, null, emptied)).rejects.toMatchObject({
    ...{ code: 'unprocessable', details: { reason: 'emptyWindow' } },
  })
})

it('a past decision tells when the purchase was and when it came in', async () => {
  const before = Date.now()
  const { transactionId } = await send('late', 1_000, window.from)
  const past = await redecide(transactionId, null)
  expect(past.occurredAt).toBe(window.from)
  expect(past.receivedAt).toBeGreaterThanOrEqual(before)
})

it('a ramping version decides for its share of the customers only, and a broken guardrail takes it back', async () => {
  const ramp: RampPlan = {
    steps: [{ ppm: 500_000, hours: 1, answers: 0, needsApproval: false }],
    guardrails: { alertsPerHour: 3, needlessPercent: null, decisionMsP99: null },
  }
  const { version, edition, seal } = await draftAsking(4_000_000, ramp)
  const by = (actor: Actor) => ({ actor, now: Date.now(), expectedEdition: edition })
  await approveVersion(version, { seal, comment: null }, by(tomasz))
  await scheduleVersion(version, null, by(tomasz))
  while ((await runDueSwitches(Date.now())) > 0);
  expect(await read(version)).toMatchObject({ status: 'ramping', rampPpm: 500_000 })

  const customers = Array.from({ length: 20 }, (_, i) => `ramp ${i}`)
  for (const customer of customers) {
    const inside = isInRamp(customer, version, 500_000)
    const answer = await send(customer, 4_500_000)
    expect(answer).toMatchObject({
      ...{ decision: inside ? 'ask' : 'proceed', ruleSetVersion: inside ? version : 1 },
    })
    expect(await redecide(answer.transactionId, null)).toMatchObject({ identical: true })
  }
  expect(await runRamps(Date.now())).toBe(1)
  expect(await read(version)).toMatchObject({ status: 'suspended', suspendedReason: 'tooManyAlerts' })
  expect((await send('ramp again', 4_500_000)).ruleSetVersion).toBe(1)
})

it('a ramp whose gate is passed decides for everybody', async () => {
  const ramp: RampPlan = {
    steps: [{ ppm: 10_000, hours: 1, answers: 0, needsApproval: false }],
    guardrails: { alertsPerHour: null, needlessPercent: null, decisionMsP99: null },
  }
  const { version, edition, seal } = await draftAsking(4_200_000, ramp)
  const by = { actor: tomasz, now, expectedEdition: edition }
  await approveVersion(version, { seal, comment: null }, by)
  await scheduleVersion(version, null, by)
  while ((await runDueSwitches(now)) > 0);
  expect(await runRamps(now + 3_599_999)).toBe(0)
  expect(await runRamps(now + 3_600_000)).toBe(1)
  expect(await read(version)).toMatchObject({ status: 'active', rampPpm: 0 })
  expect((await send('everybody', 4_300_000)).ruleSetVersion).toBe(version)
})

it('a rule above its cap only watches, an incident says what was affected, and rearming lets it ask again', async () => {
  await saveThresholdPolicy({ capPerHour: 2, emergencyMinutes: 60 }, 0, { actor: irina, now })
  await getPool().query('TRUNCATE alert_hits, alerts CASCADE')
  for (const customer of ['x', 'y', 'z']) expect((await send(customer, 30_000_000)).decision).toBe('ask')
  expect(await tripRules(Date.now())).toBe(1)
  expect(await tripRules(Date.now())).toBe(0)
  const held = await send('w', 30_000_000)
  expect(held.decision).toBe('proceed')
  expect(await redecide(held.transactionId, null)).toMatchObject({ identical: true })
  const { rows } = await getPool().query('SELECT id, rule, alerts, customers, cap FROM rule_incidents')
  expect(rows).toMatchObject([{ rule: 'large-payment', alerts: 3, customers: 3, cap: 2 }])
  const { rows: messages } = await getPool().query(
    `SELECT payload FROM webhook_messages WHERE type = 'thresholds.tripped'`,
  )
  expect(messages).toMatchObject([{ payload: { rule: 'large-payment', alerts: 3, cap: 2 } }])
  const about = { incidentId: rows[0].id as string, cursor: null }
  const first = await listAffected({ ...about, side: 'asked', limit: 2 })
  expect(first.total).toBe(3)
  const rest = await listAffected({ ...about, side: 'asked', limit: 2, cursor: first.nextCursor })
  const customers = [...first.items, ...rest.items].map(({ customerRef }) => customerRef)
  expect(customers.toSorted()).toEqual(['x', 'y', 'z'])
  expect(await listAffected({ ...about, side: 'heldBack', limit: 2 })).toMatchObject({
    ...{ total: 1, nextCursor: null, items: [{ transactionId: held.transactionId, customerRef: 'w' }] },
  })
  await rearmRule(rows[0].id, 'It was a campaign', { actor: irina, now: Date.now() })
  expect((await send('v', 30_000_000)).decision).toBe('ask')
  expect(await tripRules(Date.now())).toBe(0)
})

it('parallel drafts: a second save from the same edition names the fields that both changed', async () => {
  const { version, edition } = await createDraft({ note: 'Two at once', from: null }, { actor: irina, now })
  const { rules, merchantCriteria } = await rulesOf(version)
  const by = (actor: Actor) => ({ actor, now, expectedEdition: edition })
  const content = (value: number) => ({
    ...{ rules: withThreshold({ rules }, 'far-above-usual', value), merchantCriteria },
    ...{ note: 'Two at once', ramp: null },
  })
  await saveDraft(version, content(20), by(irina))
  await expect(saveDraft(version, content(30), by(tomasz))).rejects.toMatchObject({
    code: 'conflict',
    details: {
      edition: edition + 1,
      conflicts: [{ path: 'rules/far-above-usual/thresholds/default', base: 10, mine: 30, theirs: 20 }],
    },
  })
})
