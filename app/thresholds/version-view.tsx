'use client'

import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { MarkersContext } from '@/app/components/figure/markers-context.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { Loading } from '@/app/components/states/loading.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { editableStatuses } from '@/domain/thresholds/version-status.ts'
import { ApproversNote } from './approvers-note.tsx'
import { AdvicePanel } from './advice-panel.tsx'
import { Differences } from './differences.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { RampFields } from './ramp-fields.tsx'
import { RampProgress } from './ramp-progress.tsx'
import { RebasePanel } from './rebase-panel.tsx'
import { RedecidePanel } from './redecide-panel.tsx'
import { SealPanel } from './seal-panel.tsx'
import { ShadowPanel } from './shadow-panel.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'
import { useWindowMarkers } from './use-window-markers.ts'
import { useWindow, type WindowChoice } from './use-window.ts'
import { VersionActions } from './version-actions.tsx'
import type { VersionData } from './version-data.ts'
import { VersionEvents } from './version-events.tsx'
import { WindowBar } from './window-bar.tsx'
import { WhatIfPanel } from './what-if/what-if-panel.tsx'

const tabs = ['rules', 'review', 'shadow', 'past', 'history'] as const

/** One version of the rules: what it says, what it would do, who looked at it, what it did. */
export function VersionView({ number }: { readonly number: number }) {
  const trpc = useTRPC()
  const t = useTranslations('thresholds')
  const query = useQuery({
    ...trpc.thresholds.version.queryOptions({ version: number, compareWith: null }),
    // Who has let it go live sees it happen.
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'scheduled' && (data.scheduledAt ?? Infinity) <= Date.now() ? 1_000 : 15_000,
  })
  const choice = useWindow()
  return (
    <Answered query={query} what={t('version', { version: number })} height={480}>
      {(version) =>
        choice === null ? <Loading height={480} /> : <Loaded version={version} choice={choice} />
      }
    </Answered>
  )
}

function Loaded({ version, choice }: { readonly version: VersionData; readonly choice: WindowChoice }) {
  const t = useTranslations('thresholds')
  const mayWrite = useMay('thresholds.write')
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('rules'))
  const markers = useWindowMarkers(choice.period)
  // One for both, so that a refusal goes when the version is put on top of another.
  const move = useVersionMove()
  const isEditable = mayWrite && editableStatuses.includes(version.status) && version.activatedAt === null
  return (
    <MarkersContext value={markers}>
      <PageHead
        title={t('version', { version: version.version })}
        text={
          <>
            {t(`statuses.${version.status}`)} · {t(`kinds.${version.kind}`)}
            {version.note !== null && ` · ${version.note}`}
          </>
        }
      />
      <FactList>
        <Fact name={t('author')}>
          {version.editors.length === 0 ? t('nobody') : version.editors.map(({ name }) => name).join(', ')}
        </Fact>
        {waitsForSomebody(version) && (
          <Fact name={t('mayApprove')}>
            {version.approvers.map(({ name }) => name).join(', ') || t('nobodyThere')}
          </Fact>
        )}
        <Fact name={t('edition')}>{version.edition}</Fact>
        {version.suspendedReason !== null && (
          <Fact name={t('suspendedBecause')}>
            <span className={classes.changed}>{t(`suspensions.${version.suspendedReason}`)}</span>
          </Fact>
        )}
        {version.scheduledAt !== null && version.status === 'scheduled' && (
          <Fact name={t('scheduledFor')}>
            <Instant at={version.scheduledAt} style="dateTime" />
          </Fact>
        )}
        {version.activatedAt !== null && (
          <Fact name={t('activeSince')}>
            <Instant at={version.activatedAt} style="dateTime" />
            {version.retiredAt !== null && (
              <>
                {' – '}
                <Instant at={version.retiredAt} style="dateTime" />
              </>
            )}
          </Fact>
        )}
      </FactList>
      {waitsForSomebody(version) && <ApproversNote version={version} mayEdit={isEditable} />}
      <AdvicePanel version={version} />
      <WindowBar choice={choice} />
      <VersionActions version={version} window={choice.window} move={move} />
      <RebasePanel version={version} mayWrite={isEditable} move={move} />
      <RampProgress version={version} />
      <Tabs
        value={tab}
        onChange={(next) => void setTab((next as (typeof tabs)[number] | null) ?? 'rules')}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="rules">
          <DraftEditor key={version.version} version={version} mayEdit={isEditable} choice={choice} />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <Panel title={t('differencesTo', { version: version.comparedWith ?? 0 })}>
            <Differences
              differences={version.differences}
              rules={[...version.rules.rules, ...(version.otherRules?.rules ?? [])]}
            />
          </Panel>
          <SealPanel version={version} />
          <Panel title={t('rampTitle')}>
            <RampFields ramp={version.ramp} onChange={null} />
          </Panel>
          {version.bundle !== null && version.status === 'inReview' && (
            <WhatIfPanel
              draft={version.rules}
              window={{ from: version.bundle.windowFrom, to: version.bundle.windowTo }}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="shadow">
          <ShadowPanel version={version} />
        </Tabs.Panel>
        <Tabs.Panel value="past">
          <RedecidePanel version={version} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <Panel title={t('tabs.history')}>
            <VersionEvents
              events={version.events}
              rules={[...version.rules.rules, ...(version.otherRules?.rules ?? [])]}
            />
          </Panel>
        </Tabs.Panel>
      </Tabs>
    </MarkersContext>
  )
}

/** Whether the version needs somebody's signature or word yet, now or once it is sent. */
function waitsForSomebody({ status, activatedAt, signBy }: VersionData): boolean {
  if (status === 'active') return signBy !== null
  return status === 'ramping' || (activatedAt === null && ['draft', 'inReview', 'suspended'].includes(status))
}
