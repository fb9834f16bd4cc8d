import { getPool } from './pool.ts'
import { type Tx } from './prisma.ts'

/** Reads rows somewhere: on the pool, or inside a transaction, which must never wait for a second connection of the same pool. */
export type Query = (text: string, values: readonly unknown[]) => Promise<unknown[]>

export const onPool: Query = async (text, values) => (await getPool().query(text, [...values])).rows

export function inTransaction(tx: Tx): Query {
  return (text, values) => tx.$queryRawUnsafe<unknown[]>(text, ...values)
}
