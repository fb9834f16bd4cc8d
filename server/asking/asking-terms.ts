import { type ClientBase, type Pool } from 'pg'
import { z } from 'zod'
import { isSampled } from '../../domain/alerts/is-sampled.ts'
import {
  plainContext,
  type ScreeningContext,
  type Snooze,
  type TravelNotice,
} from '../../domain/screening/screening-context.ts'
import { askingPolicyJson, keyedHash, parseAskingPolicy, type StoredPolicy } from './asking-policy.ts'

/** How the organisation asks, and what some customers have said or were promised about being asked. */
export interface AskingTerms {
  readonly policy: StoredPolicy
  /** By customer. */
  readonly snoozes: ReadonlyMap<string, readonly Snooze[]>
  readonly travelNotices: ReadonlyMap<string, readonly TravelNotice[]>
}

const rowSchema = z.object({
  policy: z.unknown(),
  snoozes: z
    .array(z.object({ customerRef: z.string(), rule: z.string(), from: z.number(), until: z.number() }))
    .nullable(),
  travelNotices: z
    .array(
      z.object({
        customerRef: z.string(),
        country: z.string().nullable(),
        from: z.number(),
        until: z.number(),
      }),
    )
    .nullable(),
})

/**
 * The terms as columns of a query that reads something else too; parameter `refs` holds the customers (`text[]`). Rows of it pass
 * `parseAskingTerms`.
 */
export function askingTermsColumns(refs: string): string {
  const times = `'from', (extract(epoch FROM starts_at) * 1000)::int8, 'until', (extract(epoch FROM ends_at) * 1000)::int8`
  return `${askingPolicyJson} AS policy,
    (SELECT json_agg(json_build_object('customerRef', customer_ref, 'rule', rule, ${times}))
     FROM snoozes WHERE customer_ref = ANY(${refs})) AS snoozes,
    (SELECT json_agg(json_build_object('customerRef', customer_ref, 'country', country, ${times}))
     FROM travel_notices WHERE customer_ref = ANY(${refs})) AS "travelNotices"`
}

export function parseAskingTerms(row: unknown): AskingTerms {
  const { policy, snoozes, travelNotices } = rowSchema.parse(row)
  return {
    policy: parseAskingPolicy(policy),
    snoozes: byCustomer(snoozes ?? []),
    travelNotices: byCustomer((travelNotices ?? []).map((notice) => ({ ...notice, area: null }))),
  }
}

/** The terms for these customers. */
export async function readAskingTerms(
  db: Pool | ClientBase,
  customerRefs: readonly string[],
): Promise<AskingTerms> {
  const { rows } = await db.query({
    name: 'asking-terms',
    text: `SELECT ${askingTermsColumns('$1::text[]')}`,
    values: [customerRefs],
  })
  return parseAskingTerms(rows[0])
}

/**
 * What the evaluator has to know about one customer besides the history. An installation that was never started has no policy
 * yet, and then no budget either.
 */
export function contextFor(
  { policy, snoozes, travelNotices }: AskingTerms,
  timeZone: string,
  customerRef: string | null,
): ScreeningContext {
  const { secret, questions, days } = policy
  return {
    ...plainContext,
    timeZone,
    questionBudget: secret === null ? null : { questions, days },
    snoozes: (customerRef === null ? undefined : snoozes.get(customerRef)) ?? plainContext.snoozes,
    travelNotices:
      (customerRef === null ? undefined : travelNotices.get(customerRef)) ?? plainContext.travelNotices,
  }
}

/** Who belongs to the random sample of what lies below all thresholds. */
export function samplerOf({ policy: { secret, samplePpm: ppm } }: AskingTerms): (id: string) => boolean {
  if (secret === null || ppm === 0) return () => false
  const hash = keyedHash(secret)
  return (id) => isSampled(id, { ppm, hash })
}

function byCustomer<Row extends { readonly customerRef: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const same = grouped.get(row.customerRef)
    if (same === undefined) grouped.set(row.customerRef, [row])
    else same.push(row)
  }
  return grouped
}
