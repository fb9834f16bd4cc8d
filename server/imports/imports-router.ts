import { z } from 'zod'
import { permitted, router } from '../trpc/procedure.ts'
import { listRejects, rejectsPageSchema, rejectsRequestSchema } from './list-rejects.ts'
import { importRunSchema, listRuns } from './list-runs.ts'

export const importsRouter = router({
  list: permitted('imports.read')
    .output(z.array(importRunSchema))
    .query(() => listRuns()),

  rejects: permitted('imports.read')
    .input(rejectsRequestSchema)
    .output(rejectsPageSchema)
    .query(({ input }) => listRejects(input)),
})
