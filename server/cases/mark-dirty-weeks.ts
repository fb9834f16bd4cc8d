import { weekOf } from '../../domain/time/epoch-week.ts'
import { type Tx } from '../db/prisma.ts'

/** Whose figures a change touches. */
export interface Touched {
  /** A new case can be the repeat of an older one of its customer, so the weeks of all their cases are marked. */
  readonly customers: readonly string[]
  /** When what is counted happened, epoch ms. */
  readonly instants: readonly number[]
}

/** Anything that runs a statement inside the caller's transaction. */
interface Runner {
  query(text: string, values: unknown[]): Promise<unknown>
}

const statement = `
  INSERT INTO dirty_case_weeks (week)
  SELECT unnest($1::int[])
  UNION
  SELECT floor(extract(epoch FROM at) / 604800)::int
  FROM cases, LATERAL unnest(ARRAY[opened_at, first_resolved_at, target_at]) AS marked (at)
  WHERE customer_ref = ANY ($2::text[]) AND at IS NOT NULL`

/**
 * Marks weeks for the figures of cases and handoffs, in the transaction that changed the rows: until the weeks are made anew,
 * figures read their rows.
 */
export async function markDirtyWeeks(runner: Runner, touched: Touched): Promise<void> {
  await runner.query(statement, [weeksOf(touched), touched.customers])
}

/** The same inside a transaction of Prisma. */
export async function markDirtyWeeksIn(tx: Tx, touched: Touched): Promise<void> {
  await tx.$executeRawUnsafe(statement, weeksOf(touched), touched.customers)
}

function weeksOf({ instants }: Touched): number[] {
  return [...new Set(instants.map(weekOf))]
}
