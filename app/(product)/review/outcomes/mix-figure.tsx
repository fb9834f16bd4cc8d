'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { FigureProps } from '@/app/(product)/review/alerts/figure-props.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShareWords } from '@/app/components/use-share-words.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import classes from './outcomes.module.css'
import { outcomeOrder, prepareMix } from './prepare-mix.ts'

/** The outcomes over time, and each one's share of all questions. */
export function MixFigure({ scope, labelOf, answer }: FigureProps & { readonly answer: MetricAnswer }) {
  const t = useTranslations('review-outcomes.mix')
  const language = useLanguage()
  const shareOf = useShareWords()
  const parts = new Map(answer.series?.map(({ by, total }) => [by.value, total]))
  return (
    <Figure
      id="mix"
      title={t('title')}
      fileName="worth-asking-outcomes"
      metric="outcome-mix"
      figure={prepareMix(answer, { scope, labelOf, language, rowHeading: t('time') })}
      note={
        <dl className={classes.mix}>
          {outcomeOrder.map((outcome) => {
            const { numerator = 0 } = parts.get(outcome) ?? {}
            return (
              <div key={outcome}>
                <dt>{labelOf('outcome', outcome)}</dt>
                <dd>
                  <Link href={rowsHref('alerts', drillToPart(scope, 'outcome', outcome))}>
                    {formatNumber(numerator, language)}
                  </Link>{' '}
                  <span>{shareOf(numerator, answer.total.n)}</span>
                </dd>
              </div>
            )
          })}
        </dl>
      }
    />
  )
}
