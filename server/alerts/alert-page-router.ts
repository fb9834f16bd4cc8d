import { z } from 'zod'
import { permitted, router } from '../trpc/procedure.ts'
import { getAlertPage } from './alert-page/get-alert-page.ts'

export const alertPageRouter = router({
  /** One alert with everything that explains it, in the person's language. */
  get: permitted('alerts.read')
    .input(z.object({ id: z.string().max(100) }))
    .query(({ input, ctx }) => getAlertPage(input.id, { now: ctx.now(), language: ctx.signedIn.language })),
})
