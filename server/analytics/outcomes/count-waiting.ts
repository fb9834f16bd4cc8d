import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type SurvivalCounts } from '../../../domain/statistics/kaplan-meier.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Count, type Counting } from '../figures/count.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { asked } from './alert-conditions.ts'
import { waitingSql } from './waiting-sql.ts'

const row = z.object({
  bucket: z.int().nullable(),
  part: z.string().nullable(),
  seconds: z.int(),
  ended: z.int(),
  censored: z.int(),
  inTime: z.int(),
  due: z.int(),
})

type Row = z.output<typeof row>

const count = defineQuery({
  row,
  build: (counting: Counting) => {
    const split = counting.split === null ? null : alertFields(counting)[counting.split]
    const waiting = waitingSql(counting.now)
    return sql`
      SELECT bucket, part, seconds, count(*) FILTER (WHERE ended) AS ended, count(*) FILTER (WHERE NOT ended) AS censored,
        count(*) FILTER (WHERE in_time) AS "inTime", count(*) FILTER (WHERE due) AS due
      FROM (
        SELECT width_bucket(a.raised_at, ${instants(counting.edges)}) AS bucket, split.part,
          ${waiting.seconds} AS seconds, ${waiting.ended} AS ended, ${waiting.inTime} AS in_time, ${waiting.due} AS due
        ${selected.alerts(counting, splitJoin(split))} AND ${asked}
      ) alert
      GROUP BY GROUPING SETS ((part, seconds), (part, bucket, seconds))`
  },
})

/** How long alerts waited for their answers, those still waiting censored, and how many were answered in time. */
export async function countWaiting(client: ClientBase, counting: Counting): Promise<Count[]> {
  const groups = new Map<string, Row[]>()
  for (const found of await count(client, counting)) {
    const key = JSON.stringify([found.bucket, found.part])
    const group = groups.get(key)
    // Added to, not copied: a year has tens of thousands of different waits.
    if (group === undefined) groups.set(key, [found])
    else group.push(found)
  }
  return [...groups.values()].map(waitingOf)
}

/** `rows`: of one bucket and part, at least one. */
function waitingOf(rows: readonly Row[]): Count {
  const { bucket, part } = rows[0]!
  const sum = (of: (one: Row) => number) => rows.reduce((total, one) => total + of(one), 0)
  const n = sum(({ ended, censored }) => ended + censored)
  const durations = rows.map(({ seconds, ended, censored }): SurvivalCounts => ({
    duration: seconds * 1000,
    ended,
    censored,
  }))
  const inTarget = { numerator: sum(({ inTime }) => inTime), n: sum(({ due }) => due) }
  return { bucket, part, value: n, n, durations, inTarget }
}
