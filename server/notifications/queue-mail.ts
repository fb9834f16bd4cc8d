import { randomUUID } from 'node:crypto'
import { type Tx } from '../db/prisma.ts'

/** A mail to one person, composed in their language. */
export interface NewMail {
  readonly personId: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Writes a mail in the transaction of what it tells: sent when that is committed, never when it is rolled back. Gives its id. */
export async function queueMail(tx: Tx, mail: NewMail, now: number): Promise<string> {
  const id = randomUUID()
  const at = new Date(now)
  await tx.outgoingMail.create({ data: { id, ...mail, createdAt: at, nextAttemptAt: at } })
  return id
}
