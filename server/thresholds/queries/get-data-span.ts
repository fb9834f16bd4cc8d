import { z } from 'zod'
import { onPool } from '../../db/query.ts'

const instant = z.date().transform((date) => date.getTime())
const rowSchema = z.object({ first: instant.nullable(), last: instant.nullable() })

/** From the first to just after the last transaction (epoch milliseconds, half-open); null: there is none yet. */
export async function getDataSpan(): Promise<{ readonly from: number; readonly to: number } | null> {
  const [row] = await onPool(
    'SELECT min(occurred_at) AS first, max(occurred_at) AS last FROM transactions',
    [],
  )
  const { first, last } = rowSchema.parse(row)
  return first === null || last === null ? null : { from: first, to: last + 1 }
}
