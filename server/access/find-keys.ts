import { z } from 'zod'
import { scopes } from '../../domain/access/scopes.ts'
import { getPool } from '../db/pool.ts'

const rowSchema = z.object({
  id: z.string(),
  prefix: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  secret_hash: z.instanceof(Uint8Array),
  last_used_at: z.date().nullable(),
})

export type KeyRow = z.infer<typeof rowSchema>

interface Batch {
  readonly prefixes: Set<string>
  readonly rows: Promise<ReadonlyMap<string, KeyRow>>
}

let running: Promise<unknown> = Promise.resolve()
let next: Batch | null = null

/**
 * The valid key with this prefix, as it stands at or after the call; null: none, or revoked. Look-ups that meet share a query:
 * whoever comes while one is in flight waits for the next one, which starts after they came. So ten thousand
 * requests a second cost as many queries as fit one after the other, and a key revoked before a request is never accepted by it.
 */
export async function findKey(prefix: string): Promise<KeyRow | null> {
  next ??= openBatch()
  const batch = next
  batch.prefixes.add(prefix)
  return (await batch.rows).get(prefix) ?? null
}

function openBatch(): Batch {
  const prefixes = new Set<string>()
  const rows = running.then(() => {
    next = null
    return readKeys([...prefixes])
  })
  // The next batch starts when this one is over, however it ends; its callers meet the error themselves.
  running = rows.then(
    () => undefined,
    () => undefined,
  )
  return { prefixes, rows }
}

async function readKeys(prefixes: readonly string[]): Promise<ReadonlyMap<string, KeyRow>> {
  const { rows } = await getPool().query({
    name: 'access-find-keys',
    text: 'SELECT id, prefix, name, scopes, secret_hash, last_used_at FROM api_keys WHERE prefix = ANY($1) AND revoked_at IS NULL',
    values: [prefixes],
  })
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map((row) => [row.prefix, row]),
  )
}
