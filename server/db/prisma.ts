import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '../../generated/prisma/client.ts'
import { getPool } from './pool.ts'

const shared = globalThis as typeof globalThis & { worthAskingPrisma?: PrismaClient }

/** Prisma on the pool of this process: one set of connections for ordinary and hot paths. */
export function getPrisma(): PrismaClient {
  shared.worthAskingPrisma ??= new PrismaClient({
    adapter: new PrismaPg(getPool()),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
  return shared.worthAskingPrisma
}

/** Prisma inside a transaction: what a change and its audit entry are written with. */
export type Tx = Prisma.TransactionClient

/** For tests that change the database of a process. */
export async function closePrisma(): Promise<void> {
  const client = shared.worthAskingPrisma
  shared.worthAskingPrisma = undefined
  await client?.$disconnect()
}
