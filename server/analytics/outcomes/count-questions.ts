import { type ClientBase } from 'pg'
import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { instant, instants, sql } from '../../db/sql.ts'
import { type Count, type Counting } from '../figures/count.ts'
import { askedOften, type QuestionBudget, readQuestionBudget } from './asked-often.ts'

const count = defineQuery({
  row: z.object({
    bucket: z.int().nullable(),
    part: z.string().nullable(),
    questions: z.int(),
    over: z.int(),
    customers: z.int(),
  }),
  build: ({ counting, budget }: { readonly counting: Counting; readonly budget: QuestionBudget }) => sql`
    SELECT bucket, part, sum(asked)::bigint AS questions, count(*) AS customers,
      count(*) FILTER (WHERE asked > ${budget.questions}) AS over
    FROM (
      SELECT customer_ref, part, bucket, GROUPING(bucket) AS whole, max(asked) AS asked
      FROM (
        SELECT customer_ref, part, asked, width_bucket(raised_at, ${instants(counting.edges)}) AS bucket
        FROM (${askedOften(counting, budget)}) question
        WHERE raised_at >= ${instant(counting.range.from)}
      ) alert
      GROUP BY GROUPING SETS ((customer_ref, part), (customer_ref, part, bucket))
    ) customer
    GROUP BY part, bucket, whole`,
})

/** The sum over customers of their most questions within the budget's days (`value`), and the customers (`n`). */
export async function countQuestions(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await count(client, { counting, budget: await readQuestionBudget(client) })
  return counts.map(({ bucket, part, questions, customers }) => ({
    bucket,
    part,
    value: questions,
    n: customers,
  }))
}

/** Customers asked more often than the budget allows (`value`) of those asked (`n`). */
export async function countOverBudget(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await count(client, { counting, budget: await readQuestionBudget(client) })
  return counts.map(({ bucket, part, over, customers }) => ({ bucket, part, value: over, n: customers }))
}
