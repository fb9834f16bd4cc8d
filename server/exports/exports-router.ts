import { z } from 'zod'
import { permitted, router } from '../trpc/procedure.ts'
import { exportQuestionSchema } from './export-question.ts'
import { listExports } from './list-exports.ts'
import { countExport } from './write-export.ts'
import { cancelExport, type ExportChange, requestExport, restartExport } from './request-export.ts'

const one = z.object({ exportId: z.uuid() })

function own(ctx: Omit<ExportChange, 'now'> & { readonly now: () => number }): ExportChange {
  return { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }
}

export const exportsRouter = router({
  /** The own files that have not expired. */
  list: permitted('analytics.export').query(({ ctx }) => listExports(ctx.signedIn.personId, ctx.now())),

  /** How many rows a file would have. */
  count: permitted('analytics.export')
    .input(exportQuestionSchema)
    .query(({ input, ctx }) => countExport(input, ctx.now())),

  request: permitted('analytics.export')
    .input(exportQuestionSchema)
    .mutation(({ input, ctx }) => requestExport(input, own(ctx))),

  cancel: permitted('analytics.export')
    .input(one)
    .mutation(({ input, ctx }) => cancelExport(input.exportId, own(ctx))),

  restart: permitted('analytics.export')
    .input(one)
    .mutation(({ input, ctx }) => restartExport(input.exportId, own(ctx))),
})
