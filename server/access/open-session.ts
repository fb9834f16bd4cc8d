import type { Tx } from '../db/prisma.ts'
import { expiryOf } from './session-life.ts'

/** Opens a session of a person and gives its id. `now`: epoch milliseconds. */
export async function openSession(tx: Tx, personId: string, now: number): Promise<string> {
  const { id } = await tx.session.create({
    data: {
      personId,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(expiryOf(now, now)),
    },
    select: { id: true },
  })
  return id
}
