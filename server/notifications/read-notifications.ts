import { type SignedIn } from '../../domain/access/actor.ts'
import { getPrisma } from '../db/prisma.ts'

/** Marks the person's own notifications as read: those of `ids`, or all of them. Others' ids change nothing. */
export async function readNotifications(
  ids: readonly string[] | 'all',
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
): Promise<void> {
  await getPrisma().notification.updateMany({
    where: { personId: signedIn.personId, readAt: null, ...(ids !== 'all' && { id: { in: [...ids] } }) },
    data: { readAt: new Date(now) },
  })
}
