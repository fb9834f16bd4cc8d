import { type NotificationKindKey } from '../../domain/notifications/notification-kinds.ts'
import { type Tx } from '../db/prisma.ts'

/** Requests that are met or have gone: of these kinds, about this subject; of one person, or without `to` of everybody. */
interface Settled {
  readonly kinds: readonly NotificationKindKey[]
  readonly subjectId: string
  readonly to?: string
}

/** Takes requests back in the transaction that meets them: nobody is asked, nor reminded by mail, to do what is done. */
export async function settleNotices(tx: Tx, { kinds, subjectId, to }: Settled): Promise<void> {
  await tx.notification.deleteMany({
    where: { subjectId, kind: { in: [...kinds] }, ...(to !== undefined && { personId: to }) },
  })
}
