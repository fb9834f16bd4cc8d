import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { careRowsHref } from '@/app/(product)/review/care/care-rows-href.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { scopeOfQuery } from '@/domain/views/view-query.ts'
import type { RootRouter } from '@/server/trpc/root-router.ts'

export type ExportRow = inferRouterOutputs<RootRouter>['exports']['list'][number]
export type ExportQuestion = ExportRow['question']

/** Says what a file holds: the name of its list or figure, as the pages call it. */
export function useExportName(): (question: ExportQuestion) => string {
  const t = useTranslations('alerts.kinds')
  const language = useLanguage()
  return (question) =>
    question.of === 'rows' ? t(`${question.list}.title`) : careMetrics[question.metric].name[language]
}

/** The page of the same rows. */
export function listHref(question: ExportQuestion): string {
  const scope = scopeOfQuery(question.query)
  return question.of === 'rows'
    ? rowsHref(question.list, scope)
    : careRowsHref(question.metric, scope, question.part)
}
