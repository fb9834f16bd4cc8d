'use client'

import { Badge } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { StartStory } from '@/app/proposals/start-story.tsx'
import type { Localized } from '@/domain/language/language.ts'
import { CaseActions } from './case-actions.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import classes from './cases.module.css'
import { CoverNote } from './cover-note.tsx'
import { DeskName } from './desk-name.tsx'
import { Elapsed } from './elapsed.tsx'
import { EmergencyPanel } from './emergency-panel.tsx'
import { Handoffs } from './handoffs.tsx'
import { OpenHandoff } from './open-handoff.tsx'
import { Responsibility } from './responsibility.tsx'
import { type CaseDetail, useCase } from './use-case.ts'
import { useNow } from './use-now.ts'
import { useSpoken } from './use-spoken.ts'
import { Memos, Promises } from './waiting-parts.tsx'

/** One case: whose turn it is, the clock that runs, what can be done, and everything that happened. */
export function CaseView({ caseId }: { readonly caseId: string }) {
  const t = useTranslations('cases')
  const found = useCase(caseId)
  return (
    <Answered query={found} what={t('case')} height={480}>
      {(detail) => <Shown detail={detail} />}
    </Answered>
  )
}

function Shown({ detail }: { readonly detail: CaseDetail }) {
  const t = useTranslations('cases')
  const language = useLanguage()
  const now = useNow()
  const spoken = useSpoken(detail)
  const mayWork = useMay('cases.work')
  const kind = (detail.kindName as Localized | null)?.[language] ?? detail.kind
  const open = detail.status === 'open'
  return (
    <>
      <PageHead
        title={`${detail.reference} · ${kind}`}
        text={detail.summary}
        actions={
          <>
            {detail.status === 'resolved' && <StartStory source={{ kind: 'case', id: detail.id }} primary />}
            <Badge variant="light" color={open ? 'accent' : 'gray'}>
              {t(`status.${detail.status}`)}
            </Badge>
          </>
        }
      />
      {detail.emergency && open && <EmergencyPanel detail={detail} now={now} />}
      <CoverNote detail={detail} />
      {mayWork && detail.source !== 'import' && <CaseActions detail={detail} now={now} />}
      <div className={classes.columns}>
        <div>
          <OpenHandoff detail={detail} />
          <Promises detail={detail} />
          <Memos detail={detail} />
          <Handoffs detail={detail} />
          <Responsibility detail={detail} spoken={spoken} />
          <CaseTimeline detail={detail} spoken={spoken} />
        </div>
        <Facts detail={detail} now={now} />
      </div>
    </>
  )
}

function Facts({ detail, now }: { readonly detail: CaseDetail; readonly now: number }) {
  const t = useTranslations('cases')
  const owner = detail.ownerId === null ? null : (detail.people[detail.ownerId] ?? detail.ownerId)
  return (
    <FactList label={t('facts')}>
      <Fact name={t('customer')}>{detail.customerRef}</Fact>
      <Fact name={t('idElsewhere')}>
        {detail.source === 'api' || detail.source === 'import' ? detail.externalId : null}
      </Fact>
      <Fact name={t('responsible')}>
        <DeskName desk={detail.desk} />
        {owner !== null && ` · ${owner}`}
      </Fact>
      {detail.status === 'open' && (
        <>
          <Fact name={t('whoseTurn')}>
            <strong>{t(`turn.${detail.turn}`)}</strong> · <Elapsed ms={now - detail.turnSince.getTime()} />
            {detail.turnReason !== null && <div className={classes.dimmed}>{detail.turnReason}</div>}
          </Fact>
          <Fact name={t('nextContact')}>
            {detail.nextDueAt !== null && <Instant at={detail.nextDueAt.getTime()} />}
            {detail.turn === 'us' && !detail.promises.some(({ state }) => state === 'open') && (
              <div className={classes.dimmed}>{t('nothingPromised')}</div>
            )}
          </Fact>
          <Fact name={t('target')}>
            {detail.targetAt === null ? '—' : <Instant at={detail.targetAt.getTime()} />}
          </Fact>
        </>
      )}
      <Fact name={t('openedAt')}>
        <Instant at={detail.openedAt.getTime()} />
      </Fact>
      {detail.lastResolvedAt !== null && (
        <Fact name={t('resolvedAt')}>
          <Instant at={detail.lastResolvedAt.getTime()} />
        </Fact>
      )}
      {detail.mergedInto !== null && (
        <Fact name={t('status.merged')}>
          <Link href={`/cases/${detail.mergedInto}`}>
            {detail.others.find(({ id }) => id === detail.mergedInto)?.reference ?? t('event.case_merged')}
          </Link>
        </Fact>
      )}
      {detail.others.length > 0 && (
        <Fact name={t('otherCases')}>
          {detail.others.slice(0, 5).map(({ id, reference, status }) => (
            <div key={id}>
              <Link href={`/cases/${id}`}>{reference}</Link> · {t(`status.${status}`)}
            </div>
          ))}
        </Fact>
      )}
      {detail.alertId !== null && (
        <Fact name={t('fromAlert')}>
          <Link href={`/alerts/${detail.alertId}`}>{t('openAlert')}</Link>
        </Fact>
      )}
    </FactList>
  )
}
