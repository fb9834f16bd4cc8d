import { z } from 'zod'
import { cadences } from '../../domain/reports/next-run.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { addReport, listReports, removeReport, type ReportChange } from './change-report.ts'

function own(ctx: Omit<ReportChange, 'now'> & { readonly now: () => number }): ReportChange {
  return { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }
}

export const reportsRouter = router({
  list: permitted('analytics.read').query(({ ctx }) => listReports(ctx.signedIn.personId)),

  add: permitted('analytics.export')
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        query: z.string().max(8_000),
        cadence: z.enum(cadences),
        minute: z.int().min(0).max(1_439),
        zone: z.string().max(80),
      }),
    )
    .mutation(({ input, ctx }) => addReport(input, own(ctx))),

  remove: permitted('analytics.read')
    .input(z.object({ reportId: z.uuid() }))
    .mutation(({ input, ctx }) => removeReport(input.reportId, own(ctx))),
})
