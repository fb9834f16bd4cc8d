'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { makeFilter } from '@/domain/metrics/filter.ts'
import { narrowScope, type Scope } from '@/domain/metrics/scope.ts'
import { careRowsHref } from '../care/care-rows-href.ts'
import classes from '../care/care.module.css'

/** So many pairs are shown. */
const mostPairs = 25

/** Between which two desks customers went back and forth. */
export function PingPongPanel(props: {
  readonly pairs: readonly { readonly left: string; readonly right: string; readonly runs: number }[]
  readonly scope: Scope
  readonly deskName: (desk: string) => string
}) {
  const t = useTranslations('review-handoffs.pingPong')
  const language = useLanguage()
  const { pairs, scope, deskName } = props
  return (
    <Panel title={t('title')} id="ping-pong">
      <DataTable
        label={t('title')}
        rows={pairs.slice(0, mostPairs)}
        total={pairs.length}
        rowKey={({ left, right }) => `${left} ${right}`}
        rowHref={({ left, right }) => {
          const pair = [left, right]
          const between = narrowScope(scope, makeFilter('desk', 'is', pair))
          return careRowsHref('ping-pong', narrowScope(between, makeFilter('fromDesk', 'is', pair)))
        }}
        empty={<p className={classes.note}>{t('none')}</p>}
        columns={[
          {
            key: 'pair',
            header: t('pair'),
            cell: ({ left, right }) => `${deskName(left)} ⇄ ${deskName(right)}`,
          },
          {
            key: 'runs',
            header: t('runs'),
            align: 'end',
            cell: ({ runs }) => formatNumber(runs, language),
          },
        ]}
      />
    </Panel>
  )
}
