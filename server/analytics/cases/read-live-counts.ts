import { z } from 'zod'
import { organisationTurns } from '../../../domain/cases/case-state.ts'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { countedCases } from '../care/counted-cases.ts'
import { caseFilters } from './case-filters.ts'

/** After so long without a word to the customer a case counts as silent. */
export const silentAfterMs = 86_400_000

interface At {
  readonly now: number
  readonly filters: readonly Filter[]
}

/** Open cases `c` in which the organisation owes the next step, as they are now; what a log tells is left out. */
export const owed = (filters: readonly Filter[]): Sql => sql`
  c.status = 'open' AND c.turn = ANY(${organisationTurns}::text[]) AND c.source <> 'import' AND ${countedCases} AND ${caseFilters(filters)}`

/** Whether the time at which the customer of a case `c` hears of us lies ahead. One that has passed covers nobody. */
export const isCovered = (now: number): Sql =>
  sql`c.next_due_at IS NOT NULL AND c.next_due_at >= ${instant(now)}`

/** When the customer of a case `c` heard of us last. */
export const lastHeard: Sql = sql`greatest(c.opened_at, c.last_contact_at)`

/** Whether the customer of a case `c` has heard nothing for too long. */
export const isSilent = (now: number): Sql => sql`${lastHeard} < ${instant(now - silentAfterMs)}`

/** Silent cases and promise coverage, now. */
export const readLiveCounts = defineQuery({
  row: z.object({ owed: z.int(), covered: z.int(), silent: z.int() }),
  build: ({ now, filters }: At) => sql`
    SELECT count(*) AS owed,
      count(*) FILTER (WHERE ${isCovered(now)}) AS covered,
      count(*) FILTER (WHERE ${isSilent(now)}) AS silent
    FROM cases c WHERE ${owed(filters)}`,
})
