import { type ClientBase } from 'pg'
import { emptyItemUsage, type ItemUsage } from '../../domain/screening/item-usage.ts'
import { itemUsageRow } from './read-item-usage.ts'

/**
 * The usages of these items, held until the transaction ends: what is added to them cannot get lost between processes. Items
 * are always taken in one order, and before profiles, so that two batches never wait for each other.
 * (docs/decisions/0003-decisions-and-batching.md)
 */
export async function lockItemUsage(
  client: ClientBase,
  skus: ReadonlySet<string>,
  now: number,
): Promise<Map<string, ItemUsage>> {
  const sorted = [...skus].sort()
  await client.query({
    name: 'screening-add-items',
    text: `INSERT INTO item_usage (sku, usage, updated_at)
      SELECT sku, $2::jsonb, $3 FROM unnest($1::text[]) AS asked (sku)
      WHERE NOT EXISTS (SELECT FROM item_usage known WHERE known.sku = asked.sku) ORDER BY sku COLLATE "C"
      ON CONFLICT DO NOTHING`,
    values: [sorted, JSON.stringify(emptyItemUsage()), new Date(now)],
  })
  const { rows } = await client.query({
    name: 'screening-lock-items',
    text: 'SELECT sku, usage FROM item_usage WHERE sku = ANY($1::text[]) ORDER BY sku COLLATE "C" FOR UPDATE',
    values: [sorted],
  })
  return new Map(rows.map((row) => itemUsageRow.parse(row)).map(({ sku, usage }) => [sku, usage]))
}
