import { z } from 'zod'
import { careMetrics, type CareMetricKey } from '../../domain/metrics/care/care-metrics.ts'
import { rowKindSchema } from '../../domain/metrics/row-list-schema.ts'
import { canonicalQuery } from '../../domain/views/view-query.ts'
import { careParts, csvDialects } from '../analytics/analytics.ts'

const common = {
  /** A scope as it stands in an address; kept in its canonical form. */
  query: z.string().max(8_000).transform(canonicalQuery),
  dialect: z.enum(csvDialects).default('plain'),
}

const careKey = z.custom<CareMetricKey>((key) => typeof key === 'string' && Object.hasOwn(careMetrics, key))

/** What a file is asked to hold: the rows of a list of alerts, or those behind a figure of cases. */
export const exportQuestionSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('rows'), list: rowKindSchema, ...common }),
  z.object({
    of: z.literal('care'),
    metric: careKey,
    part: z.enum(careParts).default('counted'),
    turn: z.string().max(40).nullable().default(null),
    age: z.int().min(0).max(9).nullable().default(null),
    ...common,
  }),
])

export type ExportQuestion = z.output<typeof exportQuestionSchema>

/** The name of the file that answers a question. */
export function fileNameOf(question: ExportQuestion): string {
  return `worth-asking-${question.of === 'rows' ? question.list : question.metric}.csv`
}
