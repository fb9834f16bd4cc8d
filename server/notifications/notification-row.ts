import { z } from 'zod'
import { isNotificationKind } from '../../domain/notifications/notification-kinds.ts'

/** A stored notification; a kind that this version no longer knows is refused by the schema, never shown half. */
export const notificationRow = z.object({
  id: z.uuid(),
  kind: z.string().refine(isNotificationKind, 'An unknown kind of notification'),
  subjectId: z.string(),
  facts: z.object({ title: z.string() }),
  at: z.date().transform((at) => at.getTime()),
  readAt: z.date().nullable(),
})
