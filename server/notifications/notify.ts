import { randomUUID } from 'node:crypto'
import { type NotificationKindKey } from '../../domain/notifications/notification-kinds.ts'
import { type NotificationFacts } from '../../domain/notifications/write-notification.ts'
import { type Tx } from '../db/prisma.ts'

/** Something that one person should hear of. */
export interface Notice {
  /** A person's id. */
  readonly to: string
  readonly kind: NotificationKindKey
  /** What it is about: a proposal, an alarm, a version of the rules. */
  readonly subjectId: string
  readonly facts: NotificationFacts
}

/**
 * Tells people in the transaction of the change itself, at `at` (epoch ms): told when it is committed, never when it is rolled back.
 * What a person chose not to hear of is not written. Call it before the audit, which makes others wait until the transaction ends.
 */
export async function notify(tx: Tx, notices: readonly Notice[], at: number): Promise<void> {
  if (notices.length === 0) return
  const people = [...new Set(notices.map(({ to }) => to))]
  const choices = await tx.notificationChoice.findMany({ where: { personId: { in: people } } })
  const mutedBy = new Map(choices.map(({ personId, muted }) => [personId, new Set(muted)]))
  await tx.notification.createMany({
    data: notices
      .filter(({ to, kind }) => mutedBy.get(to)?.has(kind) !== true)
      .map(({ to, kind, subjectId, facts }) => ({
        id: randomUUID(),
        personId: to,
        kind,
        subjectId,
        facts: { title: facts.title },
        at: new Date(at),
      })),
  })
}
