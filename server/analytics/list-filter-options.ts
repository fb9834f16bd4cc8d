import { z } from 'zod'
import { type DimensionKey } from '../../domain/metrics/dimensions.ts'
import { defineQuery } from '../db/define-query.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { sql } from '../db/sql.ts'

/** What a dimension can be filtered by: values that occur in the data. */
export type FilterOptions = Readonly<Partial<Record<DimensionKey, readonly string[]>>>

const read = defineQuery({
  row: z.object({ dimension: z.string(), value: z.string() }),
  build: () => sql`
    SELECT DISTINCT 'segment' AS dimension, segment AS value FROM screening_rollup
    UNION SELECT DISTINCT 'channel', channel FROM screening_rollup
    UNION SELECT DISTINCT 'currency', currency::text FROM screening_rollup
    UNION SELECT DISTINCT 'rule', rule FROM alert_hits
    UNION SELECT DISTINCT 'signal', signal FROM alert_hits
    UNION SELECT DISTINCT 'severity', severity FROM alerts
    UNION SELECT DISTINCT 'outcome', coalesce(outcome, 'pending') FROM alerts
    UNION SELECT DISTINCT 'source', source FROM alerts
    ORDER BY 1, 2`,
})

/** The values of every dimension that occur; customers are searched for, hours and pairs are clicked on. */
export async function listFilterOptions(): Promise<FilterOptions> {
  const rows = await inSnapshot((client) => read(client, undefined))
  const options: Partial<Record<string, string[]>> = {}
  for (const { dimension, value } of rows) (options[dimension] ??= []).push(value)
  return options
}
