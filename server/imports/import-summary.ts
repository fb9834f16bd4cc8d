import { z } from 'zod'

/** What an import brought, counted over the rows that it stored. Money in minor units. */
export const importSummarySchema = z.object({
  rowsRead: z.int(),
  /** Whether the file tells what was taken back; without it nothing is known of mistakes, and their counts are 0. */
  takenBackKnown: z.boolean().default(true),
  rejects: z.record(z.string(), z.int()),
  purchases: z.int(),
  cancellations: z.int(),
  /** Lines of purchases; those of known customers. */
  lines: z.int(),
  linesWithCustomer: z.int(),
  /** Transactions that were stored before, by another import or live. */
  alreadyStored: z.int(),
  firstAt: z.iso.datetime().nullable(),
  lastAt: z.iso.datetime().nullable(),
  /** Purchase lines taken back in full within so long. */
  takenBack: z.object({ hour: z.int(), day: z.int(), week: z.int() }),
  alerts: z.int(),
  /** Hits and alerts by rule, and how many of the alerts were about a mistake. */
  byRule: z.array(z.object({ rule: z.string(), hits: z.int(), alerts: z.int(), mistakes: z.int() })),
  /** Of the lines taken back within a day. */
  caught: z.int(),
  missed: z.int(),
  money: z.array(z.object({ currency: z.string(), caughtMinor: z.number(), missedMinor: z.number() })),
})

export type ImportSummary = z.infer<typeof importSummarySchema>
