import { type Actor } from '../../domain/access/actor.ts'
import { getPrisma } from '../db/prisma.ts'
import { logFailure } from '../observability/log.ts'
import { appendAudit } from './append-audit.ts'

/**
 * Keeps that somebody tried to change what their role does not let them change. Never rejects: the refusal stands whether or not
 * it could be written down, and a failure to write is logged.
 */
export async function auditForbidden(tried: {
  readonly actor: Actor
  /** What was called, and the word of the permission list that refused it. */
  readonly path: string
  readonly permission: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly requestId: string
}): Promise<void> {
  const { actor, path, permission, at, requestId } = tried
  try {
    await getPrisma().$transaction((tx) =>
      appendAudit(tx, {
        ...{ actor, at, requestId, action: 'access.refused' },
        ...{ subjectKind: 'procedure', subjectId: path, after: { permission } },
      }),
    )
  } catch (cause) {
    logFailure(cause, { path, requestId })
  }
}
