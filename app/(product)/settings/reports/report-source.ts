import { z } from 'zod'
import { reviewPages } from '@/domain/views/review-pages.ts'

const schema = z.object({
  page: z.enum(reviewPages),
  /** null: the page with `query`. */
  viewId: z.string().nullable(),
  query: z.string(),
})

/** What a report is of: a page with a query, or a saved view. */
export type ReportSource = z.output<typeof schema>

/** One source has one text, for the list that is chosen from. */
export function sourceText({ page, viewId, query }: ReportSource): string {
  return JSON.stringify({ page, viewId, query })
}

export function readSource(text: string): ReportSource {
  return schema.parse(JSON.parse(text))
}
