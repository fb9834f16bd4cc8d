import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

/** The rules that fired on a transaction and did not ask, with why; `lineNo` 0 is the whole. */
export const readHeldBack = defineQuery({
  row: z.object({ rule: z.string(), lineNo: z.int(), reason: z.string() }),
  build: (of: {
    readonly customerRef: string
    readonly transactionId: string
    readonly revision: number
  }) => sql`
    SELECT rule, line_no AS "lineNo", reason FROM held_back_hits
    WHERE customer_ref = ${of.customerRef} AND transaction_id = ${of.transactionId} AND revision = ${of.revision}
    ORDER BY line_no, rule`,
})
