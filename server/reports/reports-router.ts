import { z } from 'zod'
import { cadences } from '../../domain/reports/next-run.ts'
import { reviewPages } from '../../domain/views/review-pages.ts'
import { readEnvironment } from '../environment.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { listViews } from '../views/views.ts'
import { addReport, listReports, removeReport, type ReportChange } from './change-report.ts'
import { sendReportNow } from './run-reports.ts'

const one = z.object({ reportId: z.uuid() })

function own(ctx: Omit<ReportChange, 'now'> & { readonly now: () => number }): ReportChange {
  return { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }
}

export const reportsRouter = router({
  list: permitted('analytics.read').query(({ ctx }) => listReports(ctx.signedIn.personId)),

  /** The saved views of every Review page that a report can follow. */
  views: permitted('analytics.read').query(async ({ ctx }) => {
    const { personId } = ctx.signedIn
    const lists = await Promise.all(
      reviewPages.map(async (page) =>
        (await listViews(page, personId)).map(({ viewId, name }) => ({ viewId, name, page })),
      ),
    )
    return lists.flat()
  }),

  add: permitted('analytics.export')
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        page: z.enum(reviewPages),
        viewId: z.uuid().nullable(),
        query: z.string().max(8_000),
        cadence: z.enum(cadences),
        minute: z.int().min(0).max(1_439),
        zone: z.string().max(80),
      }),
    )
    .mutation(({ input, ctx }) => addReport(input, own(ctx))),

  /** Sends it once more, about its present period. */
  sendNow: permitted('analytics.export')
    .input(one)
    .mutation(({ input, ctx }) =>
      sendReportNow(input.reportId, {
        ...{ personId: ctx.signedIn.personId, now: ctx.now(), origin: readEnvironment().publicUrl },
      }),
    ),

  remove: permitted('analytics.read')
    .input(one)
    .mutation(({ input, ctx }) => removeReport(input.reportId, own(ctx))),
})
