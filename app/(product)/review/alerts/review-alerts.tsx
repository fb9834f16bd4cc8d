'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { exportHref, rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { NoRowsHere } from '@/app/(product)/review/no-rows-here.tsx'
import { useFilterChoices } from '@/app/(product)/review/use-filter-choices.ts'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { MetricTile } from '@/app/components/tile/metric-tile.tsx'
import { TileRow } from '@/app/components/tile/tile-row.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { MetricKey } from '@/domain/metrics/metrics.ts'
import type { ScopeTexts } from '@/domain/metrics/scope.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { Exclusions } from './exclusions.tsx'
import { ExportMenu } from './export-menu.tsx'
import { HoursFigure } from './hours-figure.tsx'
import { PairsFigure } from './pairs-figure.tsx'
import { RulesTable } from './rules-table.tsx'
import { VolumeFigure } from './volume-figure.tsx'

const tiles = [
  'alert-volume',
  'hits-by-rule',
  'distinct-customers',
  'ask-rate',
  'repeat-alert-rate',
] as const satisfies readonly MetricKey[]

/** Alert volumes: five figures, their course, and what they are made of; every mark leads to its rows. */
export function ReviewAlerts() {
  const t = useTranslations('review.alerts')
  const trpc = useTRPC()
  const state = useScope()
  const labelOf = useValueLabel()
  const mayExport = useMay('analytics.export')
  const choices = useFilterChoices(labelOf)
  const volume = useQuery(trpc.analytics.metric.queryOptions({ key: 'alert-volume', scope: state.texts }))
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
      <TileRow>
        {tiles.map((key) => (
          <MetricTileOf key={key} metric={key} scope={state.scope} texts={state.texts} />
        ))}
      </TileRow>
      <Answered query={volume} what={t('title')} height={400}>
        {({ total, excluded, comparison }) =>
          total.n === 0 ? (
            <NoRowsHere state={state} path="/review/alerts" />
          ) : (
            <>
              <Exclusions {...excluded} isComparisonCovered={comparison?.covered ?? true} />
              <VolumeFigure {...figures} />
              <RulesTable {...figures} />
              <HoursFigure {...figures} />
              <PairsFigure {...figures} />
            </>
          )
        }
      </Answered>
    </>
  )
}

function MetricTileOf(props: {
  readonly metric: MetricKey
  readonly scope: Scope
  readonly texts: ScopeTexts
}) {
  const trpc = useTRPC()
  const answer = useQuery(trpc.analytics.metric.queryOptions({ key: props.metric, scope: props.texts }))
  return (
    <Answered query={answer} height={132}>
      {(data) => <MetricTile answer={data} href={rowsHref(data.definition.rows, props.scope)} />}
    </Answered>
  )
}
