'use client'

import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { FindingText } from '@/app/proposals/finding-text.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { JuryProposal } from '@/server/jury/get-jury-proposal.ts'
import classes from './jury.module.css'
import { JuryQuestions } from './jury-questions.tsx'
import { LetterPanel } from './letter-panel.tsx'
import { MergePanel } from './merge-panel.tsx'
import { ScoreForm } from './score-form.tsx'
import { ScoresPanel } from './scores-panel.tsx'

/** A proposal before the jury: what it says without who says it, and what this member can do about it now. */
export function JuryProposalView({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('jury')
  const trpc = useTRPC()
  const query = useQuery(trpc.jury.get.queryOptions({ proposalId }))
  return (
    <Answered query={query} what={t('title')} height={480}>
      {(detail) => <Shown detail={detail} />}
    </Answered>
  )
}

function Shown({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury')
  const mayReview = useMay('jury.review')
  const mayDecide = useMay('jury.decide')
  const undecided = detail.phase === 'blind' || detail.phase === 'talking'
  return (
    <>
      <PageHead
        title={detail.title ?? detail.reference}
        text={
          <>
            {detail.reference}
            {detail.answerDueAt !== null && (
              <>
                {' · '}
                {t('answerDue')} <Instant at={detail.answerDueAt} />
              </>
            )}
          </>
        }
        actions={
          <Badge variant="light" tt="none">
            {t(`phase.${detail.phase}`)}
          </Badge>
        }
      />
      <p className={classes.note}>{t(`phaseText.${detail.phase}`)}</p>
      <div className={classes.columns}>
        <div>
          <AppealPanel detail={detail} />
          <Panel title={t('story')}>
            <Story detail={detail} />
          </Panel>
        </div>
        <div>
          {mayReview && undecided && (
            <ScoreForm key={`${detail.own?.kind ?? 'none'} ${detail.round}`} detail={detail} />
          )}
          <ScoresPanel detail={detail} />
          <LetterPanel key={detail.phase} detail={detail} />
          <JuryQuestions detail={detail} />
          {mayDecide && undecided && detail.appeal === null && !detail.hasConflict && (
            <MergePanel detail={detail} />
          )}
        </div>
      </div>
    </>
  )
}

/** What an appeal asks to be looked at again, beside what was answered: nobody can judge it without both. */
function AppealPanel({ detail: { appeal, decidedBefore } }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.appeal')
  if (appeal === null) return null
  return (
    <Panel title={t('title')}>
      <p className={classes.note}>{t(decidedBefore ? 'decidedByYou' : 'text')}</p>
      <h3>{t('overlooked')}</h3>
      <p className={classes.text}>{appeal.reason}</p>
      <h3>{t('firstAnswer')}</h3>
      <p className={classes.text}>{appeal.answer}</p>
      {appeal.wouldChange !== null && (
        <>
          <h3>{t('wouldChange')}</h3>
          <p className={classes.text}>{appeal.wouldChange}</p>
        </>
      )}
    </Panel>
  )
}

function Story({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury')
  return (
    <>
      <p className={classes.note}>{t('redacted')}</p>
      {detail.parts.map(({ key, text }) => (
        <div key={key}>
          <h3>{t(`parts.${key}`)}</h3>
          <p className={classes.text} lang={detail.language}>
            {text === '' ? t('noAnswer') : text}
          </p>
        </div>
      ))}
      {detail.evidence.length > 0 && (
        <>
          <h3>{t('evidence.title')}</h3>
          <ul className={classes.list}>
            {detail.evidence.map(({ id, kind, label, isTwin, finding }) => (
              <li key={id}>
                {finding !== null ? (
                  <FindingText finding={finding} />
                ) : isTwin ? (
                  <a href={`/proposals/files/${id}`} download>
                    {label}
                  </a>
                ) : (
                  label
                )}{' '}
                <span className={classes.note}>{t(`evidence.${isTwin ? 'twin' : kind}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.note}>{t('supporters', { count: detail.supporters })}</p>
    </>
  )
}
