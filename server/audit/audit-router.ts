import { z } from 'zod'
import { readEnvironment } from '../environment.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { auditFilterSchema, auditPageSchema, listAudit } from './list-audit.ts'
import { auditChoicesSchema, listAuditChoices } from './list-audit-choices.ts'
import { auditVerdictSchema, verifyAudit } from './verify-audit.ts'

export const auditRouter = router({
  list: permitted('audit.read')
    .input(
      auditFilterSchema.extend({
        cursor: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(auditPageSchema)
    .query(({ input: { cursor, limit, ...filter } }) => listAudit(filter, { cursor, limit })),

  choices: permitted('audit.read')
    .output(auditChoicesSchema)
    .query(() => listAuditChoices()),

  /** Recomputes the whole chain: seconds for a million entries, so it is asked for and never run by a page on its own. */
  verify: permitted('audit.read')
    .output(auditVerdictSchema)
    .mutation(() => verifyAudit({ dataFolder: readEnvironment().dataFolder })),
})
