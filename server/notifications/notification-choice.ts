import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { digestRhythms } from '../../domain/notifications/digest-time.ts'
import { isNotificationKind } from '../../domain/notifications/notification-kinds.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'

/** What a person chooses to hear of, and how often by e-mail. */
export const notificationChoiceSchema = z.strictObject({
  digest: z.enum(digestRhythms),
  muted: z.array(z.string().refine(isNotificationKind, 'There is no such kind.')).max(60),
})

export type NotificationChoice = z.infer<typeof notificationChoiceSchema>

/** Everything in the app, and once a day by e-mail what was not read there. */
export const defaultChoice: NotificationChoice = { digest: 'daily', muted: [] }

export async function getNotificationChoice({
  signedIn,
}: {
  readonly signedIn: SignedIn
}): Promise<NotificationChoice> {
  const row = await getPrisma().notificationChoice.findUnique({ where: { personId: signedIn.personId } })
  if (row === null) return defaultChoice
  // A kind that is gone since cannot be heard of anyway.
  return notificationChoiceSchema.parse({
    digest: row.digest,
    muted: row.muted.filter(isNotificationKind),
  })
}

export async function saveNotificationChoice(
  choice: NotificationChoice,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
): Promise<void> {
  const before = await getNotificationChoice({ signedIn })
  const after = { digest: choice.digest, muted: [...new Set(choice.muted)].sort() }
  await getPrisma().$transaction(async (tx) => {
    await tx.notificationChoice.upsert({
      where: { personId: signedIn.personId },
      create: { personId: signedIn.personId, ...after },
      update: after,
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'preferences.notifications', at: now },
      ...{ subjectKind: 'person', subjectId: signedIn.personId, before, after },
    })
  })
}
