import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { selected } from '../sql/selected.ts'
import { type Sql, sql } from '../../db/sql.ts'
import { type Paging, pageSql, placeSchema } from './paging.ts'
import { instantField } from './row-fields.ts'

const row = placeSchema.extend({
  customerRef: z.string(),
  alerts: z.int(),
  firstAt: instantField,
  lastAt: instantField,
})

export type CustomerListRow = z.output<typeof row>

/** A page of the known customers with alerts `a`, in groups of one customer, that meet a condition. */
export const listCustomerRows = defineQuery({
  row,
  build: ({ paging, having }: { readonly paging: Paging; readonly having: Sql }) => {
    const page = pageSql(paging, {
      time: sql`c."lastAt"`,
      size: sql`c.alerts`,
      tie: sql`c."customerRef"`,
    })
    return sql`
      SELECT ${page.place}, c.*
      FROM (
        SELECT a.customer_ref AS "customerRef", count(*) AS alerts, min(a.raised_at) AS "firstAt",
          max(a.raised_at) AS "lastAt"
        ${selected.alerts(paging)} AND a.customer_known
        GROUP BY a.customer_ref HAVING ${having}
      ) c
      WHERE ${page.behind}
      ${page.order}`
  },
})
