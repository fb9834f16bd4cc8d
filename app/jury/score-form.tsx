'use client'

import { Button, Group, NativeSelect, Radio, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { type Abstention, type Confidence, abstentions, confidences } from '@/domain/jury/jury-review.ts'
import { type Criterion, type CriterionKey, criterionKeys, rubric } from '@/domain/jury/rubric.ts'
import type { Answers } from '@/domain/jury/weighted-mean.ts'
import type { JuryProposal } from '@/server/jury/get-jury-proposal.ts'
import classes from './jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from './use-jury-move.ts'

/** A member's own score: each criterion by worded values, what cannot be judged left out; or handing it back without one. */
export function ScoreForm({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.score')
  const language = useLanguage()
  const move = useJuryMove()
  const own = detail.own?.kind === 'scored' ? detail.own : null
  const [answers, setAnswers] = useState<Answers>(own?.answers ?? {})
  const [confidence, setConfidence] = useState<Confidence>(own?.confidence ?? 'fairlySure')
  const [note, setNote] = useState(own?.note ?? '')
  const [reason, setReason] = useState<Abstention>(
    detail.own?.kind === 'abstained' ? detail.own.reason : 'notMyField',
  )
  const seen = { proposalId: detail.id, round: detail.round, edition: detail.edition }
  const judge = (key: CriterionKey, text: string) => {
    const { [key]: _before, ...others } = answers
    setAnswers(text === '' ? others : { ...others, [key]: Number(text) })
  }
  const submit = () =>
    move.run((client) => client.jury.score.mutate({ ...seen, score: { answers, confidence, note } }))
  return (
    <Panel title={t(own === null ? 'title' : 'change')}>
      {detail.own?.kind === 'abstained' && (
        <p role="status">
          {t('abstained', { reason: t(`abstentions.${detail.own.reason}`) })}{' '}
          {t(detail.hasConflict ? 'conflictText' : 'abstainedText')}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md">
          {criterionKeys.map((key) => {
            const criterion: Criterion = rubric[key]
            return (
              <Radio.Group
                key={key}
                label={criterion.name[language]}
                description={criterion.question[language]}
                value={answers[key] === undefined ? '' : String(answers[key])}
                onChange={(text) => judge(key, text)}
              >
                <Stack gap={4} mt={6}>
                  {criterion.values.map((words, value) => (
                    <Radio key={value} value={String(value)} label={`${value} · ${words[language]}`} />
                  ))}
                  <Radio value="" label={t('cannotJudge')} />
                </Stack>
              </Radio.Group>
            )
          })}
          <Radio.Group
            label={t('confidence')}
            value={confidence}
            onChange={(text) => setConfidence(text as Confidence)}
          >
            <Group gap="md" mt={6}>
              {confidences.map((key) => (
                <Radio key={key} value={key} label={t(`confidences.${key}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea
            label={t('note')}
            description={t('noteHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2_000}
          />
          <MoveFailure failure={move.failure} />
          <Group>
            <Button type="submit" loading={move.pending} disabled={Object.keys(answers).length === 0}>
              {t(own === null ? 'submit' : 'save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <p className={classes.note}>{t('abstainLead')}</p>
      <Group align="end">
        <NativeSelect
          label={t('abstainWhy')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as Abstention)}
          data={abstentions.map((value) => ({ value, label: t(`abstentions.${value}`) }))}
        />
        <Button
          variant="default"
          loading={move.pending}
          onClick={() => void move.run((client) => client.jury.abstain.mutate({ ...seen, reason }))}
        >
          {t('abstain')}
        </Button>
      </Group>
    </Panel>
  )
}
