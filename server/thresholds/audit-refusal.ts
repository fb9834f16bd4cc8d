import { AppError } from '../../domain/errors/app-error.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { type VersionChange } from './version-change.ts'

/**
 * Runs a move and, where it is refused, writes the attempt into the audit: the move's own transaction is rolled back, so this is another
 * one. What the database's guard says becomes `forbidden` with its words.
 */
export async function auditRefusal<Result>(
  version: number | null,
  change: Omit<VersionChange, 'expectedEdition'>,
  move: () => Promise<Result>,
): Promise<Result> {
  try {
    return await move()
  } catch (cause) {
    const refusal = toRefusal(cause)
    if (refusal === null) throw cause
    await getPrisma().$transaction((tx) =>
      appendAudit(tx, {
        ...{ actor: change.actor, at: change.now, requestId: change.requestId },
        ...{ action: 'thresholds.refused', subjectKind: 'ruleSetVersion' },
        subjectId: version === null ? 'new' : String(version),
        after: { code: refusal.code, why: refusal.userMessage },
      }),
    )
    throw refusal
  }
}

function toRefusal(cause: unknown): AppError | null {
  if (cause instanceof AppError)
    return ['forbidden', 'conflict', 'unprocessable'].includes(cause.code) ? cause : null
  const guard = findGuardWords(cause)
  return guard === null
    ? null
    : new AppError('forbidden', { userMessage: `${guard}. Nothing was changed.`, cause })
}

/** The words of the database's guard (SQLSTATE 42501), wherever the driver put them; null: another failure. */
function findGuardWords(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null
  const { message = '', code, meta } = cause as { message?: string; code?: string; meta?: unknown }
  const text = `${message} ${JSON.stringify(meta ?? null)}`
  if (code !== '42501' && !text.includes('42501')) {
    return findGuardWords((cause as { cause?: unknown }).cause)
  }
  const quoted = /(?:Message: `|"originalMessage":\s*")(?:ERROR: )?([^`"]+)[`"]/.exec(text)
  return (quoted?.[1] ?? message).replace(/\.$/, '')
}
