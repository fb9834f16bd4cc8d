import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { type Tx } from '../db/prisma.ts'

/** A change of the organisation by a signed-in person. */
export interface SettingChange {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
}

/** Writes down who changed what, in the change's own transaction and last in it. */
export function auditSetting(
  tx: Tx,
  { signedIn, now, requestId }: SettingChange,
  entry: {
    readonly action: string
    readonly subjectKind: 'desk' | 'caseKind' | 'playbook'
    readonly subjectId: string
    readonly before?: unknown
    readonly after?: unknown
  },
): Promise<void> {
  return appendAudit(tx, { actor: toActor(signedIn), at: now, requestId, ...entry })
}

/** Somebody saved between the look and the change; carries the version that holds now. */
export function changedMeanwhile(version: number): AppError {
  return new AppError('conflict', {
    userMessage: 'Somebody changed this meanwhile. Look at what it says now, then change it again.',
    details: { version },
  })
}

export function settingNotFound(): AppError {
  return new AppError('notFound', { userMessage: 'There is no such setting. Load the list again.' })
}

/** A change that contradicts what is there; `code` names it to the interface. */
export function impossibleSetting(path: string, code: string, userMessage: string): AppError {
  return new AppError('unprocessable', { userMessage, problems: [{ path, code, message: userMessage }] })
}
