'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import type { ImportRun } from './import-run.ts'

/** What one log of cases brought, and the way to its figures. */
export function CasesPanel(props: {
  readonly run: ImportRun
  readonly cases: NonNullable<ImportRun['cases']>
}) {
  const t = useTranslations('imports.brought')
  const { cases } = props
  const title = t('title', { file: props.run.fileName })
  return (
    <Panel title={title}>
      <p>{t('counts', { cases: cases.cases, desks: cases.desks })}</p>
      <p>{t('handoffs', { handoffs: cases.handoffs, accepted: cases.accepted, reopened: cases.reopened })}</p>
      {cases.alreadyStored > 0 && <p>{t('alreadyStored', { count: cases.alreadyStored })}</p>}
      {cases.firstAt !== null && cases.lastAt !== null && (
        <p>
          {t.rich('span', {
            first: () => <Instant at={Date.parse(cases.firstAt!)} style="date" />,
            last: () => <Instant at={Date.parse(cases.lastAt!)} style="date" />,
          })}{' '}
          <Link href={figuresOf('handoffs', cases.firstAt, cases.lastAt)}>{t('toHandoffs')}</Link>{' '}
          <Link href={figuresOf('cases', cases.firstAt, cases.lastAt)}>{t('toCases')}</Link>
        </p>
      )}
      <p>{t('served')}</p>
      <DataTable
        label={t('byHandoffs')}
        rows={Object.entries(cases.casesByHandoffs)}
        rowKey={([handoffs]) => handoffs}
        columns={[
          { key: 'handoffs', header: t('perCase'), cell: ([handoffs]) => handoffs },
          { key: 'cases', header: t('cases'), align: 'end', cell: ([, count]) => <Count value={count} /> },
        ]}
      />
    </Panel>
  )
}

function figuresOf(page: 'handoffs' | 'cases', firstAt: string, lastAt: string): string {
  return `/review/${page}?period=${firstAt.slice(0, 10)}..${lastAt.slice(0, 10)}&compare=none`
}
