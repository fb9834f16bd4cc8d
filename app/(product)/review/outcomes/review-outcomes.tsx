'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { exportHref } from '@/app/(product)/alerts/rows-href.ts'
import { Exclusions } from '@/app/(product)/review/alerts/exclusions.tsx'
import { ExportMenu } from '@/app/(product)/review/alerts/export-menu.tsx'
import { NoRowsHere } from '@/app/(product)/review/no-rows-here.tsx'
import { useFilterChoices } from '@/app/(product)/review/use-filter-choices.ts'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { TileRow } from '@/app/components/tile/tile-row.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { MetricKey } from '@/domain/metrics/metrics.ts'
import { HarmFigures } from './harm-figures.tsx'
import { Maturity } from './maturity.tsx'
import { MissedLines } from './missed-lines.tsx'
import { MixFigure } from './mix-figure.tsx'
import { OutcomeTile } from './outcome-tile.tsx'
import { PrecisionTable } from './precision-table.tsx'
import { Statement } from './statement.tsx'
import { WaitingFigure } from './waiting-figure.tsx'

const tiles = [
  'alert-volume',
  'worth-asking-precision',
  'worth-asking-precision-by-amount',
  'needless-question-rate',
  'harm-averted',
  'harm-lost',
  'harm-recovered',
  'missed-mistakes',
  'missed-amount',
  'mistake-recall',
  'reach-rate',
  'time-to-confirmation',
  'questions-per-customer',
  'over-budget-rate',
  'held-back-questions',
] as const satisfies readonly MetricKey[]

/** What the questions brought: one sentence, the figures, and what each is made of; every mark leads to its rows. */
export function ReviewOutcomes() {
  const t = useTranslations('review-outcomes')
  const trpc = useTRPC()
  const state = useScope()
  const labelOf = useValueLabel()
  const mayExport = useMay('analytics.export')
  const choices = useFilterChoices(labelOf)
  const mix = useQuery(trpc.analytics.metric.queryOptions({ key: 'outcome-mix', scope: state.texts }))
  const recall = useQuery(trpc.analytics.metric.queryOptions({ key: 'mistake-recall', scope: state.texts }))
  const figures = { scope: state.scope, texts: state.texts, labelOf }
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} actions={<ExportMenu scope={state.scope} />} />
      <ScopeBar
        state={state}
        choices={choices}
        labelOf={labelOf}
        onExport={
          mayExport ? () => window.location.assign(exportHref('alerts', state.scope, 'plain')) : undefined
        }
      />
      <Answered query={mix} what={t('mix.title')} height={400}>
        {(outcomes) => (
          <Answered query={recall} what={t('missed.title')} height={400}>
            {(known) =>
              outcomes.total.n === 0 && known.total.n === 0 ? (
                <NoRowsHere state={state} path="/review/outcomes" />
              ) : (
                <>
                  <Statement {...figures} outcomes={outcomes} recall={known} />
                  <Exclusions
                    {...outcomes.excluded}
                    isComparisonCovered={outcomes.comparison?.covered ?? true}
                  />
                  <Maturity texts={state.texts} zone={outcomes.zone} />
                  <TileRow>
                    {tiles.map((key) => (
                      <OutcomeTile key={key} metric={key} scope={state.scope} texts={state.texts} />
                    ))}
                  </TileRow>
                  <MixFigure {...figures} answer={outcomes} />
                  <PrecisionTable {...figures} />
                  <HarmFigures {...figures} />
                  <WaitingFigure {...figures} />
                  <MissedLines {...figures} />
                </>
              )
            }
          </Answered>
        )}
      </Answered>
    </>
  )
}
