import { type ClientBase, type Pool } from 'pg'
import { z } from 'zod'
import { type ItemUsage } from '../../domain/screening/item-usage.ts'

const numbers = z.array(z.number())

/** A row of item_usage. */
export const itemUsageRow = z.object({
  sku: z.string(),
  usage: z.object({ v: z.literal(1), t: numbers, k: numbers, quantities: numbers }),
})

/** The usages of these items as they are, for looking only; items that nobody bought are absent. */
export async function readItemUsage(
  db: Pool | ClientBase,
  skus: readonly string[],
): Promise<Map<string, ItemUsage>> {
  if (skus.length === 0) return new Map()
  const { rows } = await db.query('SELECT sku, usage FROM item_usage WHERE sku = ANY($1::text[])', [skus])
  return new Map(rows.map((row) => itemUsageRow.parse(row)).map(({ sku, usage }) => [sku, usage]))
}
