import { type ClientBase } from 'pg'
import { getAskingPolicy } from '../../asking/asking.ts'
import { type Sql, sql } from '../../db/sql.ts'
import { type Selection } from '../selection.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'

const hourMs = 3_600_000

/** How many questions a customer may be asked in how many hours. */
export interface QuestionBudget {
  readonly questions: number
  readonly hours: number
}

/** The budget of this organisation. */
export async function readQuestionBudget(client: ClientBase): Promise<QuestionBudget> {
  const { questions, days } = await getAskingPolicy(
    async (text, values) => (await client.query(text, [...values])).rows as unknown[],
  )
  return { questions, hours: days * 24 }
}

/**
 * One row for each alert (of known customers) of the selection and of the budget's days before it: `customer_ref`, `part`,
 * `raised_at` and `asked`, the customer's questions in the days that end with this one.
 */
export function askedOften(
  selection: Selection & { readonly split?: keyof ReturnType<typeof alertFields> | null },
  { hours }: QuestionBudget,
): Sql {
  const { range, split = null } = selection
  const reachingBack = { ...selection, range: { from: range.from - hours * hourMs, to: range.to } }
  const field = split === null ? null : alertFields(reachingBack)[split]
  return sql`
    SELECT a.customer_ref, split.part, a.raised_at,
      count(*) OVER (PARTITION BY a.customer_ref, split.part ORDER BY a.raised_at
        RANGE BETWEEN ${`${hours} hours`}::interval PRECEDING AND CURRENT ROW) AS asked
    ${selected.alerts(reachingBack, splitJoin(field))} AND a.customer_known`
}
