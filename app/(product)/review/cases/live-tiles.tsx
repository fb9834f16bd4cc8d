'use client'

import { useTranslations } from 'next-intl'
import { Tile } from '@/app/components/tile/tile.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { CareFigure } from '@/domain/metrics/care/care-answer.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import type { CaseReview } from '@/server/analytics/cases/get-case-review.ts'
import { careRowsHref } from '../care/care-rows-href.ts'
import { describeBasis, describeFigure } from '../care/describe-figure.ts'

/** What is known as of now only: no course and no comparison. */
export function LiveTiles({ review, scope }: { readonly review: CaseReview; readonly scope: Scope }) {
  const t = useTranslations('review-cases')
  const words = useTranslations('review-handoffs.figure')
  const language = useLanguage()
  const tiles = [
    { key: 'silent-cases', figure: { kind: 'count', count: review.silentCases }, basis: t('now') },
    { key: 'promise-coverage', figure: { kind: 'rate', rate: review.promiseCoverage }, basis: null },
    { key: 'memo-turnaround', figure: { kind: 'duration', durations: review.memoTurnaround }, basis: null },
  ] as const satisfies readonly {
    readonly key: string
    readonly figure: CareFigure
    readonly basis: string | null
  }[]
  return tiles.map(({ key, figure, basis }) => (
    <Tile
      key={key}
      label={careMetrics[key].name[language]}
      metric={key}
      href={careRowsHref(key, scope)}
      value={describeFigure(figure, words, language)}
      basis={basis ?? describeBasis(figure, words, language)}
      asOf={review.asOf}
    />
  ))
}
