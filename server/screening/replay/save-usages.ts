import { type PoolClient } from 'pg'
import { z } from 'zod'
import { mergeItemUsage } from '../../../domain/screening/item-usage.ts'
import { itemUsageRow } from '../read-item-usage.ts'
import { copyLine, copyRows } from './copy-rows.ts'
import { type TableRows } from './encode-rows.ts'

const addMissing = `
  INSERT INTO item_usage SELECT * FROM replay_usages ORDER BY sku COLLATE "C" ON CONFLICT DO NOTHING`

const lock = `
  SELECT u.sku FROM item_usage u JOIN replay_usages r ON r.sku = u.sku ORDER BY u.sku COLLATE "C" FOR UPDATE OF u`

/** What this replay did not write last: nearly nothing, unless somebody decides live. */
const foreign = `
  SELECT u.sku, u.usage AS theirs, r.usage AS ours FROM item_usage u JOIN replay_usages r ON r.sku = u.sku
  WHERE u.updated_at <> r.updated_at`

const save = `
  UPDATE item_usage u SET usage = r.usage, updated_at = r.updated_at FROM replay_usages r WHERE r.sku = u.sku`

const foreignRow = z.object({
  sku: z.string(),
  theirs: itemUsageRow.shape.usage,
  ours: itemUsageRow.shape.usage,
})

/**
 * Writes the usages that a chunk changed. What live decisions added to an item meanwhile is kept: both sides are put together.
 * Such an item gets another time than the replay's own `now` (epoch milliseconds), so that the next chunk, screened without it,
 * does so again. Items are locked in the order in which live decisions lock them, and before profiles.
 */
export async function saveUsages(client: PoolClient, rows: TableRows, now: number): Promise<void> {
  await copyRows(client, 'replay_usages', rows.columns, rows.lines)
  await client.query(addMissing)
  await client.query(lock)
  const found = (await client.query(foreign)).rows.map((row) => foreignRow.parse(row))
  if (found.length > 0) {
    await client.query('DELETE FROM replay_usages WHERE sku = ANY($1)', [found.map(({ sku }) => sku)])
    const at = new Date(now + 1).toISOString()
    const merged = found.map(({ sku, theirs, ours }) =>
      copyLine([sku, JSON.stringify(mergeItemUsage(ours, theirs)), at]),
    )
    await copyRows(client, 'replay_usages', rows.columns, merged)
  }
  await client.query(save)
}
