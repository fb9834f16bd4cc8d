'use client'

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { EmergencyPanel } from './emergency-panel.tsx'
import { Incidents } from './incidents.tsx'
import { LimitsPanel } from './limits-panel.tsx'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'
import type { VersionLine } from './version-data.ts'

const rowsAtFirst = 8
const rowsMore = 40

/** Thresholds: what is on its way, what decides now, what was. */
export function ThresholdsHome() {
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const mayWrite = useMay('thresholds.write')
  const versions = useQuery({ ...trpc.thresholds.versions.queryOptions(), refetchInterval: 15_000 })
  return (
    <>
      <Incidents />
      {mayWrite && <NewDraft />}
      <Answered query={versions} what={t('versions')} height={240}>
        {(all) => {
          const under = all.filter(({ status }) => !['active', 'retired', 'rejected'].includes(status))
          const active = all.filter(({ status }) => status === 'active')
          const earlier = all.filter((one) => !under.includes(one) && !active.includes(one))
          return (
            <>
              <Panel title={t('underWay')}>
                <VersionTable
                  label={t('underWay')}
                  rows={under}
                  empty={<p className={classes.quiet}>{t('nothingUnderWay')}</p>}
                />
              </Panel>
              <Panel title={t('decidedVersions')}>
                <DecidedVersions rows={[...active, ...earlier]} />
              </Panel>
            </>
          )
        }}
      </Answered>
      {mayWrite && <EmergencyPanel />}
      <LimitsPanel />
    </>
  )
}

/** The one that decides, and the latest of those before it: what is below them stays within reach. */
function DecidedVersions({ rows }: { readonly rows: readonly VersionLine[] }) {
  const t = useTranslations('thresholds')
  const [shown, setShown] = useState(rowsAtFirst)
  return (
    <VersionTable
      label={t('decidedVersions')}
      rows={rows.slice(0, shown)}
      total={rows.length > rowsAtFirst ? rows.length : undefined}
      onMore={rows.length > shown ? () => setShown(shown + rowsMore) : undefined}
    />
  )
}

function VersionTable(props: {
  readonly label: string
  readonly rows: readonly VersionLine[]
  readonly total?: number
  readonly onMore?: () => void
  readonly empty?: React.ReactNode
}) {
  const t = useTranslations('thresholds')
  return (
    <DataTable
      label={props.label}
      rows={props.rows}
      total={props.total}
      onMore={props.onMore}
      empty={props.empty}
      rowKey={({ version }) => String(version)}
      rowHref={({ version }) => `/thresholds/${version}`}
      columns={[
        { key: 'version', header: t('versionHeader'), cell: ({ version }) => t('version', { version }) },
        {
          key: 'status',
          header: t('status'),
          // One element: on a phone a cell's children stand side by side.
          cell: ({ status, merge, signBy }) => (
            <span>
              {t(`statuses.${status}`)}
              {merge !== null && merge !== 'current' && (
                <span className={classes.changed}> · {t(`merge.${merge}`)}</span>
              )}
              {signBy !== null && <span className={classes.changed}> · {t('needsSignature')}</span>}
            </span>
          ),
        },
        { key: 'note', header: t('why'), cell: ({ note }) => note ?? '—' },
        {
          key: 'changes',
          header: t('changes'),
          align: 'end',
          cell: ({ changes }) => (changes === null ? '—' : changes),
        },
        { key: 'author', header: t('author'), cell: ({ author }) => author ?? '—' },
        { key: 'approved', header: t('approvedBy'), cell: ({ approvedBy }) => approvedBy ?? '—' },
        {
          key: 'since',
          header: t('activeSince'),
          cell: ({ activatedAt, scheduledAt }) => (
            <Instant at={activatedAt ?? scheduledAt} style="dateTime" />
          ),
        },
      ]}
    />
  )
}

function NewDraft() {
  const t = useTranslations('thresholds')
  const router = useRouter()
  const move = useVersionMove()
  const [note, setNote] = useState('')
  const begin = async () => {
    const made = await move.run(({ thresholds }) =>
      thresholds.createDraft.mutate({ note: note.trim(), from: null }),
    )
    if (made !== null) router.push(`/thresholds/${made.answer.version}`)
  }
  return (
    <form
      className={classes.actions}
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <TextInput
        label={t('whatFor')}
        value={note}
        maxLength={500}
        w="min(100%, 48ch)"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={move.pending} disabled={note.trim() === ''}>
        {t('newDraft')}
      </Button>
      <Refusal move={move} />
    </form>
  )
}
