import { AppError } from '../../domain/errors/app-error.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import type { Change } from './change.ts'

/** Ends a key for ever: its next request is refused. Revoking it again changes nothing. Throws `notFound`. */
export async function revokeKey(input: { readonly keyId: string }, change: Change): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id: input.keyId } })
    if (!key) throw new AppError('notFound', { userMessage: 'There is no such key.' })
    const { count } = await tx.apiKey.updateMany({
      where: { id: key.id, revokedAt: null },
      data: { revokedAt: new Date(change.now) },
    })
    if (count === 0) return
    await appendAudit(tx, {
      actor: change.actor,
      action: 'keys.revoke',
      subjectKind: 'apiKey',
      subjectId: key.id,
      before: { revoked: false },
      after: { revoked: true },
      at: change.now,
      requestId: change.requestId,
    })
  })
}
