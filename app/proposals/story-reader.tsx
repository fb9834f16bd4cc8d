'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { storyKeys } from '@/domain/proposals/story.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { AuthorMoves } from './author-moves.tsx'
import { Comments } from './comments.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { JoinPanel } from './join-panel.tsx'
import { MyQuestions } from './my-questions.tsx'
import { OriginalPanel } from './original-panel.tsx'
import { ProposalFacts } from './proposal-facts.tsx'
import { ProposalStatus } from './proposal-status.tsx'
import classes from './proposals.module.css'
import type { ProposalDetail } from './use-proposal.ts'

/** A submitted story: the answer to its author first, then what was told, what shows it, and everything that happened. */
export function StoryReader({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  const mayReadOriginals = useMay('proposalOriginals.read')
  return (
    <>
      <PageHead
        title={detail.title ?? detail.reference}
        text={t('reader.reference', { reference: detail.reference })}
        actions={<ProposalStatus status={detail.status} />}
      />
      <div className={classes.columns}>
        <div>
          <Decision detail={detail} />
          {detail.isAuthor && <AuthorMoves detail={detail} />}
          {detail.isAuthor && <MyQuestions proposalId={detail.id} />}
          {detail.isAnswerer && <AnswerPanel key={detail.version} detail={detail} />}
          <Story detail={detail} />
          <EvidencePanel detail={detail} />
          {!detail.isAuthor && <JoinPanel detail={detail} />}
          <Comments proposalId={detail.id} />
          <Timeline detail={detail} />
          {mayReadOriginals && !detail.isAuthor && <OriginalPanel proposalId={detail.id} />}
        </div>
        <ProposalFacts detail={detail} />
      </div>
    </>
  )
}

function Decision({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  if (detail.reason === null) return null
  return (
    <Panel title={t('reader.answer')}>
      <div className={classes.letter}>
        <p className={classes.prose}>{detail.reason}</p>
        {detail.whatWouldChange !== null && detail.whatWouldChange !== '' && (
          <>
            <strong>{t('reader.whatWouldChange')}</strong>
            <p className={classes.prose}>{detail.whatWouldChange}</p>
          </>
        )}
        <p className={classes.dimmed}>
          {detail.decidedBy !== null && `${detail.decidedBy} · `}
          <Instant at={detail.decidedAt?.getTime() ?? null} />
        </p>
      </div>
      {detail.mergedInto !== null && (
        <Link href={`/proposals/${detail.mergedInto}`}>{t('reader.mergedInto')}</Link>
      )}
    </Panel>
  )
}

function Story({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  return (
    <>
      {storyKeys
        .filter((key) => key !== 'title')
        .map((key) => (
          <Panel key={key} title={t(`questions.${key}.label`)}>
            <p className={classes.prose} lang={detail.language}>
              {detail.answers.find((answer) => answer.key === key)?.text}
            </p>
          </Panel>
        ))}
      <p className={`${classes.dimmed} ${classes.gap}`}>{t('reader.redacted')}</p>
    </>
  )
}

function Timeline({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  if (detail.events.length === 0) return null
  return (
    <Panel title={t('reader.timeline')}>
      <ol className={classes.timeline}>
        {detail.events.map((event, index) => (
          <li key={index}>
            <Instant at={event.at} style={event.name === null && detail.isCovered ? 'date' : 'dateTime'} />
            <div>
              <strong>{t(`event.${event.type.replace('.', '_')}`)}</strong>{' '}
              <span className={classes.dimmed}>{event.byAuthor ? t('reader.author') : event.name}</span>
              {event.text !== null && <p>{event.text}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
