import { createHash } from 'node:crypto'
import { getPool } from './pool.ts'
import { type Tx } from './prisma.ts'

/** Reads rows somewhere: on the pool, or inside a transaction, which must never wait for a second connection of the same pool. */
export type Query = (text: string, values: readonly unknown[]) => Promise<unknown[]>

export const onPool: Query = async (text, values) => (await getPool().query(text, [...values])).rows

export function inTransaction(tx: Tx): Query {
  return (text, values) => tx.$queryRawUnsafe<unknown[]>(text, ...values)
}

/**
 * A transaction of hand-written statements on one connection, for what many people do at once. Each statement is planned once for a
 * connection, not once for a call. The audit's chain is joined inside the COMMIT, and the wait for the disk comes after it: those who come next
 * go on meanwhile, and one write to the disk serves all who wait. Committed and durable when it returns, rolled back when `work` throws.
 * The texts must be few: the server keeps every one. `alone` names what only one transaction at a time may touch.
 */
export async function transact<Result>(
  work: (query: Query) => Promise<Result>,
  { alone }: { readonly alone?: string } = {},
): Promise<Result> {
  const client = await getPool().connect()
  let broken = false
  try {
    await client.query(alone === undefined ? begin : `${begin}; ${lockOf(alone)}`)
    const result = await work(
      async (text, values) => (await client.query({ name: nameOf(text), text, values: [...values] })).rows,
    )
    await client.query(commit)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    // A connection that could not even roll back is closed rather than given to the next caller.
    client.release(broken)
  }
}

const begin = `
  BEGIN;
  SET LOCAL synchronous_commit = off;
  SET CONSTRAINTS audit_drafts_sealed DEFERRED`

/** The second statement is a transaction of its own that waits for the disk, and with it for everything that was committed before. */
const commit = `COMMIT; SELECT pg_logical_emit_message(true, 'durable', '')`

/** The lock's number is of our own making, so it may stand in the statement: a round trip less. */
function lockOf(name: string): string {
  return `SELECT pg_advisory_xact_lock(${createHash('sha1').update(name).digest().readBigInt64BE()})`
}

const names = new Map<string, string>()

/** The server cuts names at 63 bytes, so a statement goes by its hash. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha1').update(text).digest('hex')
  names.set(text, name)
  return name
}
