'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { prepareCoOccurrence } from '@/app/charts/prepare-co-occurrence.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { FigureProps } from './figure-props.ts'

/** Which rules fire on the same alert; the diagonal is each rule by itself. */
export function PairsFigure({ scope, texts, labelOf }: FigureProps) {
  const t = useTranslations('review.alerts.pairs')
  const language = useLanguage()
  const trpc = useTRPC()
  const key = 'alert-volume'
  const alone = useQuery(trpc.analytics.metric.queryOptions({ key, scope: texts, by: 'rule' }))
  const together = useQuery(trpc.analytics.metric.queryOptions({ key, scope: texts, by: 'pair' }))
  return (
    <Answered query={alone} what={t('title')} height={240}>
      {(rules) => (
        <Answered query={together} what={t('title')} height={240}>
          {(pairs) => (
            <Figure
              id="pairs"
              title={t('title')}
              fileName="worth-asking-rules-together"
              figure={prepareCoOccurrence({
                rowHeading: t('rule'),
                language,
                labels: new Map(rules.series?.map(({ by }) => [by.value, labelOf('rule', by.value)])),
                pairs: [...(rules.series ?? []), ...(pairs.series ?? [])].map(({ by, total }) => {
                  const [left = by.value, right = left] = by.value.split('+')
                  return { left, right, count: total.n }
                }),
                hrefOf: (left, right) => rowsHref('alerts', pairScope(scope, left, right)),
              })}
              note={<p>{t('note')}</p>}
            />
          )}
        </Answered>
      )}
    </Answered>
  )
}

function pairScope(scope: FigureProps['scope'], left: string, right: string) {
  if (left === right) return drillToPart(scope, 'rule', left)
  return drillToPart(scope, 'pair', [left, right].toSorted().join('+'))
}
