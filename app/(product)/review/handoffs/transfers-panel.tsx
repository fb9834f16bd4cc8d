'use client'

import { SegmentedControl } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Loading } from '@/app/components/states/loading.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShareWords } from '@/app/components/use-share-words.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { Transfer } from '@/domain/metrics/care/transfers.ts'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { careRowsHref } from '../care/care-rows-href.ts'
import classes from '../care/care.module.css'
import { describeQuantile } from '../care/describe-figure.ts'

const TransferSankey = dynamic(async () => (await import('./transfer-sankey.tsx')).TransferSankey, {
  ssr: false,
  loading: () => <Loading height={420} />,
})

/** So many pairs are shown at first, and so many more at every press. */
const rowsAtOnce = 50

/** Which desk hands over to which: a table whose rows add up to the accepted handoffs, and the same as flows. */
export function TransfersPanel(props: {
  readonly transfers: readonly Transfer[]
  readonly handoffs: number
  readonly scope: Scope
  readonly deskName: (desk: string) => string
}) {
  const t = useTranslations('review-handoffs')
  const words = useTranslations('review-handoffs.figure')
  const language = useLanguage()
  const shareOf = useShareWords()
  const [view, setView] = useQueryState(
    'transfers',
    parseAsStringLiteral(['table', 'flows'] as const)
      .withDefault('table')
      .withOptions({ history: 'push' }),
  )
  const [shown, setShown] = useState(rowsAtOnce)
  const accepted = props.transfers.reduce((sum, { handoffs }) => sum + handoffs, 0)
  return (
    <Panel
      title={t('transfers.title')}
      id="transfers"
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('transfers.view')}
          value={view}
          onChange={(value) => void setView(value as 'table' | 'flows')}
          data={[
            { value: 'table', label: t('transfers.table') },
            { value: 'flows', label: t('transfers.flows') },
          ]}
        />
      }
    >
      <p className={classes.note}>
        {t('transfers.adds', { accepted, offered: props.handoffs, rest: props.handoffs - accepted })}
      </p>
      {view === 'flows' ? (
        <TransferSankey transfers={props.transfers} deskName={props.deskName} label={t('transfers.title')} />
      ) : (
        <DataTable
          label={t('transfers.title')}
          rows={props.transfers.slice(0, shown)}
          total={props.transfers.length}
          onMore={shown < props.transfers.length ? () => setShown(shown + rowsAtOnce) : undefined}
          rowKey={({ fromDesk, toDesk }) => `${fromDesk} ${toDesk}`}
          rowHref={({ fromDesk, toDesk }) =>
            careRowsHref(
              'transfer-matrix',
              drillToPart(drillToPart(props.scope, 'fromDesk', fromDesk), 'desk', toDesk),
            )
          }
          columns={[
            { key: 'from', header: t('transfers.from'), cell: ({ fromDesk }) => props.deskName(fromDesk) },
            { key: 'to', header: t('transfers.to'), cell: ({ toDesk }) => props.deskName(toDesk) },
            {
              key: 'handoffs',
              header: t('transfers.handoffs'),
              align: 'end',
              cell: ({ handoffs }) => formatNumber(handoffs, language),
            },
            {
              key: 'acceptance',
              header: t('transfers.acceptance'),
              align: 'end',
              cell: ({ acceptance }) => describeQuantile(acceptance.p50, words, language),
            },
            {
              key: 'gap',
              header: t('transfers.gap'),
              align: 'end',
              cell: ({ gap }) => describeQuantile(gap.p90, words, language),
            },
            {
              key: 'bounced',
              header: t('transfers.bounced'),
              align: 'end',
              cell: ({ bounced }) => shareOf(bounced.numerator, bounced.denominator),
            },
          ]}
        />
      )}
    </Panel>
  )
}
