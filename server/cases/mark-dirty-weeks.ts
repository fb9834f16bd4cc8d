import { weekOf } from '../../domain/time/epoch-week.ts'

/** Anything that runs a statement inside the caller's transaction. */
interface Runner {
  query(text: string, values: unknown[]): Promise<unknown>
}

/**
 * Marks the weeks of the given instants (epoch ms) for the figures of cases and handoffs, in the transaction that changed the
 * rows: until the weeks are made anew, figures read their rows.
 */
export async function markDirtyWeeks(runner: Runner, instants: readonly number[]): Promise<void> {
  const weeks = [...new Set(instants.map(weekOf))]
  if (weeks.length === 0) return
  await runner.query('INSERT INTO dirty_case_weeks (week) SELECT unnest($1::int[])', [weeks])
}
