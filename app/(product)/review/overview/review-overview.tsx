'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { MetricTile } from '@/app/components/tile/metric-tile.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { CareTile } from '../care/care-tile.tsx'
import { NoRowsHere } from '../no-rows-here.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { MeasurePanel } from './measure-panel.tsx'
import classes from './overview.module.css'
import type { MeasureFacts } from './measure-facts.ts'
import { pageHref } from './measure-pages.ts'
import { useOverviewWords } from './use-overview-words.ts'

/** The four measures side by side: each with its figure, what changed, which part explains it, and the way to its page. */
export function ReviewOverview({ facts }: { readonly facts: MeasureFacts }) {
  const t = useTranslations('review-overview')
  const trpc = useTRPC()
  const language = useLanguage()
  const state = useScope()
  const { labelOf, choices, difference } = useOverviewWords()
  const overview = useQuery(trpc.analytics.overview.queryOptions({ scope: state.texts }))
  const { scope } = state
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <ScopeBar state={state} choices={choices} labelOf={labelOf} />
      <Answered query={overview} what={t('title')} height={480}>
        {(data) => {
          const { alerts, handoffs, cases, asOf, comparison } = data
          if (alerts.total.n === 0 && isEmpty(handoffs.answer.total) && isEmpty(cases.answer.total)) {
            return <NoRowsHere state={state} path="/review/overview" />
          }
          return (
            <div className={classes.measures}>
              {(['alerts', 'outcomes'] as const).map((key) => {
                const measure = data[key]
                const definition = facts[key]
                return (
                  <MeasurePanel
                    key={key}
                    measure={key}
                    scope={scope}
                    ignored={measure.ignored}
                    explanation={measure.explanation}
                    change={
                      measure.comparison === null
                        ? null
                        : difference.ofMetric(definition.unit, measure.comparison)
                    }
                  >
                    <MetricTile
                      answer={{ definition, asOf, ...measure }}
                      href={pageHref(key, scope, measure.ignored)}
                      isExplained
                    />
                  </MeasurePanel>
                )
              })}
              {(['handoffs', 'cases'] as const).map((key) => {
                const { answer, covered, explanation, ignored } = data[key]
                return (
                  <MeasurePanel
                    key={key}
                    measure={key}
                    scope={scope}
                    ignored={ignored}
                    explanation={explanation}
                    change={difference.ofCare(answer, comparison, covered)}
                  >
                    <CareTile
                      answer={answer}
                      name={facts[key].name[language]}
                      comparison={comparison}
                      asOf={asOf}
                      href={pageHref(key, scope, ignored)}
                      isExplained
                    />
                  </MeasurePanel>
                )
              })}
            </div>
          )
        }}
      </Answered>
      <Meanwhile scope={scope} />
    </>
  )
}

function isEmpty(figure: { readonly kind: string; readonly durations?: { readonly n: number } }): boolean {
  return (figure.durations?.n ?? 0) === 0
}
