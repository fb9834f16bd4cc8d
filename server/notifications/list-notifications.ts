import { type SignedIn } from '../../domain/access/actor.ts'
import { notificationKinds } from '../../domain/notifications/notification-kinds.ts'
import { writeNotification } from '../../domain/notifications/write-notification.ts'
import { getPrisma } from '../db/prisma.ts'
import { notificationRow } from './notification-row.ts'

/** So many are shown in the inbox of the header. */
const shown = 30

/** The person's last notifications in their language, newest first, and how many are unread in all. */
export async function listNotifications({ signedIn }: { readonly signedIn: SignedIn }) {
  const where = { personId: signedIn.personId }
  const [rows, unread] = await Promise.all([
    getPrisma().notification.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: shown }),
    getPrisma().notification.count({ where: { ...where, readAt: null } }),
  ])
  return {
    unread,
    items: rows.map((row) => {
      const { id, kind, subjectId, facts, at, readAt } = notificationRow.parse(row)
      return {
        id,
        at,
        isRead: readAt !== null,
        sentence: writeNotification(kind, facts, signedIn.language),
        href: notificationKinds[kind].href(subjectId),
      }
    }),
  }
}
