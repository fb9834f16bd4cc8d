import type { SignedIn } from '../../domain/access/actor.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { toActor } from './to-actor.ts'

/** Signs out: the session's next request finds nobody. An ended session stays as it was. `now`: epoch milliseconds. */
export async function endSession(signedIn: SignedIn, now: number): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: signedIn.sessionId, endedAt: null },
      data: { endedAt: new Date(now) },
    })
    if (count === 0) return
    await appendAudit(tx, {
      actor: toActor(signedIn),
      action: 'session.end',
      subjectKind: 'person',
      subjectId: signedIn.personId,
      at: now,
    })
  })
}

/** Ends every open session of a person, or every other one than `except`. */
export async function endSessionsOf(tx: Tx, personId: string, now: number, except?: string): Promise<void> {
  await tx.session.updateMany({
    where: { personId, endedAt: null, ...(except !== undefined && { id: { not: except } }) },
    data: { endedAt: new Date(now) },
  })
}
