import { type SignedIn } from '../../domain/access/actor.ts'
import { notificationKinds } from '../../domain/notifications/notification-kinds.ts'
import { toldTime } from '../../domain/notifications/told-time.ts'
import { writeNotification } from '../../domain/notifications/write-notification.ts'
import { coarseTime } from '../../domain/proposals/coarse-time.ts'
import { getPrisma } from '../db/prisma.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { notificationRow } from './notification-row.ts'

/** So many are shown in the inbox of the header. */
const shown = 30

/**
 * The person's last notifications in their language, newest first, and how many are unread in all. What is told by the day stands at
 * the head of its day, so that its place among the others tells no more.
 */
export async function listNotifications({ signedIn }: { readonly signedIn: SignedIn }) {
  const where = { personId: signedIn.personId }
  const { notification } = getPrisma()
  const [{ zone }, rows, unread] = await Promise.all([
    getOrganisation(),
    notification.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: shown }),
    notification.count({ where: { ...where, readAt: null } }),
  ])
  const items = rows.map((row) => {
    const { id, kind, subjectId, facts, at, readAt } = notificationRow.parse(row)
    return {
      ...{ id, isRead: readAt !== null, ...toldTime(kind, at, zone) },
      sentence: writeNotification(kind, facts, signedIn.language),
      href: notificationKinds[kind].href(subjectId),
    }
  })
  const dayOf = ({ at }: { readonly at: number }) => coarseTime(at, zone)
  const rank = (item: (typeof items)[number]) => (item.style === 'date' ? Infinity : item.at)
  return {
    unread,
    items: items.toSorted((left, right) => dayOf(right) - dayOf(left) || rank(right) - rank(left) || 0),
  }
}
