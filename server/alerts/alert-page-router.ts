import { z } from 'zod'
import { permitted, router } from '../trpc/procedure.ts'
import { getAlertPage } from './alert-page/get-alert-page.ts'
import { getTransactionPage } from './alert-page/get-transaction-page.ts'

export const alertPageRouter = router({
  /** One alert with everything that explains it, in the person's language. */
  get: permitted('alerts.read')
    .input(z.object({ id: z.string().max(100) }))
    .query(({ input, ctx }) => getAlertPage(input.id, { now: ctx.now(), language: ctx.signedIn.language })),

  /** One purchase, asked about or not, by the sender's id. */
  transaction: permitted('alerts.read')
    .input(z.object({ transactionId: z.string().min(1).max(200) }))
    .query(({ input, ctx }) =>
      getTransactionPage(input.transactionId, { now: ctx.now(), language: ctx.signedIn.language }),
    ),
})
