import { z } from 'zod'

const figures = {
  /** Milliseconds here, the usual (median of the comparison), and how many it was compared with. */
  valueMs: z.number().nonnegative(),
  usualMs: z.number().positive(),
  n: z.number().int().positive(),
}

const level = {
  /** A share 0..1, a count, a mean, a median in ms or minor units, and how many it rests on. */
  value: z.number(),
  n: z.number().int().nonnegative(),
}

/** What the product found about the case, alert, rule or metric that a story begins with, as figures; words come at showing. */
export const findingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handoff'), fromDesk: z.string(), toDesk: z.string(), ...figures }),
  z.strictObject({ kind: z.literal('resolution'), caseKind: z.string(), ...figures }),
  z.strictObject({
    kind: z.literal('rule'),
    rule: z.string(),
    days: z.number().int().positive(),
    asked: z.number().int().nonnegative(),
    answered: z.number().int().nonnegative(),
    intended: z.number().int().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('metric'),
    metric: z.string(),
    /** What was looked at, as the canonical query of a scope; empty for the default one. */
    scope: z.string(),
    /** null: the metric had no number there. */
    level: z
      .strictObject({ ...level, firstDate: z.string(), lastDate: z.string() })
      .extend({
        /** null: nothing to compare with. */
        usual: z.strictObject({ ...level, of: z.enum(['everything', 'before']) }).nullable(),
        /** Of money, whose values are minor units. */
        currency: z.string().nullable(),
      })
      .nullable(),
  }),
])

export type Finding = z.infer<typeof findingSchema>

/** From how many comparable ones on "the usual" means something. */
export const fewestComparable = 5

/** What took less than half as long again as usual proves nothing. */
export function isWorthTelling(valueMs: number, usualMs: number): boolean {
  return usualMs > 0 && valueMs / usualMs >= 1.5
}

/** How many times the usual something is, to a tenth: 3.1. */
export function timesOf(value: number, usual: number): number {
  return Math.round((10 * value) / usual) / 10
}
