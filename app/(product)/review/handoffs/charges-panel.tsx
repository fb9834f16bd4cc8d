'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { CareAnswer } from '@/domain/metrics/care/care-answer.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { careRowsHref } from '../care/care-rows-href.ts'
import { describeBasis, describeFigure } from '../care/describe-figure.ts'

/** Who is charged with offers that went wrong: the sender, the receiver, or who plans the hours. */
const charges = ['mis-route-rate', 'missed-by-receiver-rate', 'coverage-gap-rate'] as const

export function ChargesPanel(props: {
  readonly metrics: Readonly<Record<(typeof charges)[number], CareAnswer>>
  readonly scope: Scope
}) {
  const t = useTranslations('review-handoffs.charges')
  const words = useTranslations('review-handoffs.figure')
  const language = useLanguage()
  return (
    <Panel title={t('title')} id="charges">
      <DataTable
        label={t('title')}
        rows={charges}
        rowKey={(key) => key}
        rowHref={(key) => careRowsHref(key, props.scope, 'met')}
        columns={[
          { key: 'charge', header: t('charged'), cell: (key) => t(key) },
          { key: 'what', header: t('what'), cell: (key) => careMetrics[key].name[language] },
          {
            key: 'share',
            header: t('share'),
            align: 'end',
            cell: (key) => describeFigure(props.metrics[key].total, words, language),
          },
          {
            key: 'basis',
            header: t('basis'),
            cell: (key) => describeBasis(props.metrics[key].total, words, language),
          },
        ]}
      />
    </Panel>
  )
}
