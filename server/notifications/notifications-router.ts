import { z } from 'zod'
import {
  notificationChoiceSchema,
  getNotificationChoice,
  saveNotificationChoice,
} from './notification-choice.ts'
import { listNotifications } from './list-notifications.ts'
import { readNotifications } from './read-notifications.ts'
import { permitted, router } from '../trpc/procedure.ts'

export const notificationsRouter = router({
  /** The person's own, newest first, with the number of unread ones. */
  list: permitted('session.read').query(({ ctx }) => listNotifications({ signedIn: ctx.signedIn })),

  read: permitted('preferences.write')
    .input(z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]) }))
    .output(z.void())
    .mutation(({ input, ctx }) => readNotifications(input.ids, { signedIn: ctx.signedIn, now: ctx.now() })),

  choice: permitted('session.read').query(({ ctx }) => getNotificationChoice({ signedIn: ctx.signedIn })),

  saveChoice: permitted('preferences.write')
    .input(notificationChoiceSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => saveNotificationChoice(input, { signedIn: ctx.signedIn, now: ctx.now() })),
})
