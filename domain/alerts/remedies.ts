import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import type { AlertOutcome } from './alert-state.ts'

export const remedyKinds = ['stopped', 'corrected', 'refunded', 'recovered', 'lost'] as const

/** What became of the money: stopped before it left, put right, given back, got back later, or gone. */
export type RemedyKind = (typeof remedyKinds)[number]

/** Amounts in minor units of the alert's currency; a kind that is absent did not happen. */
export const remediesSchema = z
  .partialRecord(z.enum(remedyKinds), z.int('An amount is a whole number of minor units.').positive())
  .default({})

export type Remedies = z.infer<typeof remediesSchema>

/**
 * How many times the alert's own amount the remedies may come to. More than once, because further transactions on the same
 * subject may have joined the alert; no more than this, because then somebody mistyped.
 */
export const remedyBound = 10

/** Throws `invalidInput` for remedies of an outcome that has none, or of an absurd sum. */
export function checkRemedies(remedies: Remedies, outcome: AlertOutcome, amountMinor: number): void {
  const amounts = Object.values(remedies)
  if (amounts.length === 0) return
  if (outcome !== 'mistake' && outcome !== 'fraud') {
    throw refusal('notWithThisOutcome', 'Only a mistake or a fraud has something that was put right.')
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if (sum > Math.abs(amountMinor) * remedyBound) {
    throw refusal(
      'tooLarge',
      'These amounts are far above what the alert is about. Check them for a slip: one zero too many, a moved comma.',
    )
  }
}

/**
 * What asking saved of a mistake, in minor units: all of it when nothing else is said; what was lost all the same does not count.
 */
export function savedMinor(remedies: Remedies, amountMinor: number): number {
  if (Object.keys(remedies).length === 0) return amountMinor
  return remedyKinds.filter((kind) => kind !== 'lost').reduce((sum, kind) => sum + (remedies[kind] ?? 0), 0)
}

function refusal(code: string, message: string): AppError {
  return new AppError('invalidInput', {
    userMessage: message,
    problems: [{ path: 'remedies', code, message }],
  })
}
