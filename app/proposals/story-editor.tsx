'use client'

import { Button, Checkbox, Group } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { Instant } from '@/app/components/instant.tsx'
import {
  longestAnswer,
  longestTitle,
  missingAnswers,
  type StoryKey,
  storyKeys,
} from '@/domain/proposals/story.ts'
import type { AnswerSaver } from './answer-saver.ts'
import { EvidencePanel } from './evidence-panel.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import classes from './proposals.module.css'
import { SimilarProposals } from './similar-proposals.tsx'
import { StoryQuestion } from './story-question.tsx'
import { type AnswerSavers, useAnswerSavers } from './use-answer-savers.ts'
import type { OwnStory, ProposalDetail } from './use-proposal.ts'
import { useProposalMove } from './use-proposal-move.ts'

/** The five questions on one page, kept as one types; Ctrl+Enter submits. */
export function StoryEditor({
  detail,
  writing,
}: {
  readonly detail: ProposalDetail
  readonly writing: OwnStory
}) {
  const t = useTranslations('proposals')
  const savers = useAnswerSavers(detail.id, writing)
  const [anonymous, setAnonymous] = useState(false)
  const [missing, setMissing] = useState<readonly StoryKey[]>([])
  const move = useProposalMove()
  const submit = async () => {
    await Promise.all(storyKeys.map((key) => savers[key].flush()))
    const lacking = missingAnswers(textsOf(savers))
    setMissing(lacking)
    if (lacking[0] !== undefined) {
      document.getElementById(`answer-${lacking[0]}`)?.focus()
      return
    }
    const unsaved = storyKeys.find((key) => savers[key].read().status !== 'saved')
    if (unsaved !== undefined) {
      document.getElementById(`answer-${unsaved}`)?.focus()
      return
    }
    const versions = Object.fromEntries(storyKeys.map((key) => [key, savers[key].read().version]))
    const submitted = await move.run(({ proposals }) =>
      proposals.submit.mutate({
        proposalId: detail.id,
        anonymous,
        versions: versions as Record<StoryKey, number>,
      }),
    )
    // The answer owed stands at the top of what is read now.
    if (submitted) window.scrollTo({ top: 0 })
  }
  // On the page, not on the form: a control that goes away after use (attach, remove) leaves the focus nowhere.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void submit()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  return (
    <>
      <PageHead title={t('editor.title')} text={t('editor.text')} />
      <div className={classes.columns}>
        <form
          onKeyDown={(event) => {
            // Enter in the one line of a link or of a purpose must not hand the story in.
            if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
          }}
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          {storyKeys.map((key) => (
            <StoryQuestion
              key={key}
              proposalId={detail.id}
              question={key}
              saver={savers[key]}
              known={writing.known}
              isMissing={missing.includes(key)}
            />
          ))}
          <EvidencePanel detail={detail} canEdit />
          <Checkbox
            className={classes.gap}
            checked={anonymous}
            onChange={(event) => setAnonymous(event.currentTarget.checked)}
            label={t('editor.anonymous')}
            description={t('editor.anonymousText')}
          />
          <p className={classes.dimmed}>{t('editor.notAnonymous')}</p>
          <p className={classes.dimmed}>{t('editor.recognisable')}</p>
          <MoveFailure failure={move.failure} />
          <Group mt="sm">
            <Button type="submit" loading={move.pending}>
              {t('editor.submit')}
            </Button>
            <Discard proposalId={detail.id} />
            <span className={classes.dimmed}>{t('editor.keys')}</span>
          </Group>
        </form>
        <aside className={classes.aside}>
          <SaveSummary savers={savers} />
          <SimilarToStory proposalId={detail.id} savers={savers} />
        </aside>
      </div>
    </>
  )
}

function SimilarToStory({
  proposalId,
  savers,
}: {
  readonly proposalId: string
  readonly savers: AnswerSavers
}) {
  const title = useAnswer(savers.title).text
  const essence = useAnswer(savers.essence).text
  const proposal = useAnswer(savers.proposal).text
  // What is looked for has room for one answer: half of it for the request, half for what would prevent it.
  const half = longestAnswer / 2 - 1
  return (
    <SimilarProposals
      title={title.slice(0, longestTitle)}
      text={`${essence.slice(0, half)}\n${proposal.slice(0, half)}`}
      exceptId={proposalId}
    />
  )
}

function SaveSummary({ savers }: { readonly savers: AnswerSavers }) {
  const t = useTranslations('proposals')
  const states = [
    ...[useAnswer(savers.title), useAnswer(savers.essence), useAnswer(savers.difficulty)],
    ...[useAnswer(savers.solution), useAnswer(savers.helped), useAnswer(savers.proposal)],
  ]
  const worst = (['conflict', 'refused', 'offline', 'saving', 'unsaved', 'saved'] as const).find((status) =>
    states.some((state) => state.status === status),
  )
  const savedAt = Math.max(0, ...states.map((state) => state.savedAt ?? 0))
  return (
    <p role="status" className={classes.saveState} data-status={worst}>
      {t(`save.${worst ?? 'saved'}`)}
      {worst === 'saved' && savedAt > 0 && (
        <>
          {' · '}
          <Instant at={savedAt} style="time" />
        </>
      )}
    </p>
  )
}

function Discard({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('proposals')
  const router = useRouter()
  const move = useProposalMove()
  const [asked, setAsked] = useState(false)
  const discard = async () => {
    if (await move.run(({ proposals }) => proposals.discard.mutate({ proposalId }))) router.push('/proposals')
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      loading={move.pending}
      onClick={() => (asked ? void discard() : setAsked(true))}
      onBlur={() => setAsked(false)}
    >
      {t(asked ? 'editor.discardSure' : 'editor.discard')}
    </Button>
  )
}

function useAnswer(saver: AnswerSaver) {
  return useSyncExternalStore(saver.subscribe, saver.read, saver.read)
}

function textsOf(savers: AnswerSavers): Record<StoryKey, string> {
  return Object.fromEntries(storyKeys.map((key) => [key, savers[key].read().text])) as Record<
    StoryKey,
    string
  >
}
