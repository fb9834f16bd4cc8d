import type { Hit } from './hit.ts'
import type { CustomerProfile } from './profile.ts'
import type { ScreeningContext } from './screening-context.ts'

/** A rule that fired but does not ask. */
export interface HeldBackHit {
  readonly hit: Hit
  readonly reason: 'tripped' | 'snoozed' | 'questionBudget'
}

const none: readonly HeldBackHit[] = []
const dayMs = 86_400_000

/**
 * Parts the hits that ask from those that a tripped rule, a snooze or the customer's question budget holds back. Nothing is lost: what was
 * held back says why. A rule of high severity may exceed the budget, and then the others are part of the same question.
 */
export function holdBack(fired: readonly Hit[], known: Known): Parted {
  const { trippedRules } = known.context
  if (trippedRules.size === 0) return holdBackByCustomer(fired, known)
  const { hits, heldBack } = holdBackByCustomer(
    fired.filter((hit) => !trippedRules.has(hit.rule)),
    known,
  )
  const tripped = fired.filter((hit) => trippedRules.has(hit.rule))
  return { hits, heldBack: [...tripped.map((hit) => ({ hit, reason: 'tripped' as const })), ...heldBack] }
}

interface Known {
  readonly context: ScreeningContext
  readonly profile: CustomerProfile | null
  readonly now: number
}

interface Parted {
  readonly hits: readonly Hit[]
  readonly heldBack: readonly HeldBackHit[]
}

function holdBackByCustomer(fired: readonly Hit[], known: Known): Parted {
  const { snoozes } = known.context
  const snoozed = new Set(
    snoozes.filter((one) => one.from <= known.now && known.now < one.until).map((one) => one.rule),
  )
  const awake = snoozed.size === 0 ? fired : fired.filter((hit) => !snoozed.has(hit.rule))
  const asleep =
    awake.length === fired.length
      ? none
      : fired.filter((hit) => snoozed.has(hit.rule)).map((hit) => ({ hit, reason: 'snoozed' as const }))
  if (!isBudgetSpent(known) || awake.some((hit) => hit.severity === 'high'))
    return { hits: awake, heldBack: asleep }
  return {
    hits: [],
    heldBack: [...asleep, ...awake.map((hit) => ({ hit, reason: 'questionBudget' as const }))],
  }
}

/** Whether the customer has been asked as often as the budget allows by `now` (epoch milliseconds). */
export function isBudgetSpent(known: {
  context: ScreeningContext
  profile: CustomerProfile | null
  now: number
}): boolean {
  const budget = known.context.questionBudget
  if (budget === null || known.profile === null) return false
  const since = known.now - budget.days * dayMs
  let asked = 0
  for (const at of known.profile.questionsAt) if (at > since && at <= known.now) asked++
  return asked >= budget.questions
}
