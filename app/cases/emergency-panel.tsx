'use client'

import { Alert, Button, Group, SegmentedControl, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { PlaybookStep } from '@/domain/cases/playbook.ts'
import { type Language, languages } from '@/domain/language/language.ts'
import classes from './cases.module.css'
import { Elapsed } from './elapsed.tsx'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

/**
 * The path through an emergency: contain, calm, identity, what happens next, promise. Each step shows what to say in the
 * customer's language, what the operator may do alone, and how soon it is due; nobody has to leave the customer to ask.
 */
export function EmergencyPanel({ detail, now }: { readonly detail: CaseDetail; readonly now: number }) {
  const t = useTranslations('cases')
  const mayWork = useMay('cases.work')
  const move = useCaseMove()
  const { playbook } = detail
  const language = useLanguage()
  const [spoken, setSpoken] = useState<Language>(
    () => languages.find((one) => one === detail.language) ?? language,
  )
  const done = new Set(
    detail.events
      .filter(({ type }) => type === 'emergency.stepDone')
      .map(({ payload }) => (payload as { step: string }).step),
  )
  const contained = detail.containedAt !== null
  const section = useRef<HTMLElement>(null)
  // From here the next Tab is on what contains it. Not on the button itself: the Enter that opened the case may still be down.
  const mayContain = !contained && mayWork
  useEffect(() => {
    if (mayContain) section.current?.focus()
  }, [mayContain])
  const contain = async () => {
    const done = await move.run(({ cases }) =>
      cases.contain.mutate({
        ...{ caseId: detail.id, version: detail.version },
        payload: { what: t('emergency.containedText') },
      }),
    )
    // The button is gone; whoever has no mouse goes on from here.
    if (done) section.current?.focus()
  }
  return (
    <section ref={section} tabIndex={-1} className={classes.emergency} aria-label={t('emergency.title')}>
      <h2>{t('emergency.title')}</h2>
      <p role="status">
        {contained
          ? t.rich('emergency.contained', { time: () => <Instant at={detail.containedAt!.getTime()} /> })
          : t.rich('emergency.running', { time: () => <Elapsed ms={now - detail.openedAt.getTime()} /> })}
      </p>
      {move.failure !== null && (
        <Alert color="red" role="alert" variant="light">
          {move.failure}
        </Alert>
      )}
      {mayContain && (
        <Button
          color="red.9"
          size="md"
          className={classes.contain}
          loading={move.pending}
          onClick={() => void contain()}
        >
          {t('emergency.contain')}
        </Button>
      )}
      <SegmentedControl
        mt="sm"
        aria-label={t('emergency.scriptIn')}
        value={spoken}
        onChange={(value) => setSpoken(value as Language)}
        data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <ol className={classes.steps}>
        {playbook?.steps.map((step) => (
          <Step
            key={step.key}
            step={step}
            done={done.has(step.key)}
            late={
              !done.has(step.key) &&
              !(contained && step.phase === 'contain') &&
              now - detail.openedAt.getTime() > step.withinSeconds * 1_000
            }
            onDone={() =>
              void move.run(({ cases }) =>
                cases.doStep.mutate({
                  ...{ caseId: detail.id, version: detail.version },
                  payload: {
                    step: step.key,
                    playbookVersion: playbook.version,
                    language: spoken,
                    text: '',
                  },
                }),
              )
            }
            spoken={spoken}
            mayWork={mayWork}
          />
        ))}
      </ol>
      {mayWork && <Supervisor detail={detail} />}
    </section>
  )
}

function Step(props: {
  readonly step: PlaybookStep
  readonly done: boolean
  readonly late: boolean
  readonly onDone: () => void
  readonly spoken: Language
  readonly mayWork: boolean
}) {
  const { step, spoken } = props
  const t = useTranslations('cases')
  const language = useLanguage()
  const { person } = useShell()
  return (
    <li>
      <strong>
        {t(`phase.${step.phase}`)}: {step.title[language]}
      </strong>{' '}
      <span className={classes.dimmed}>
        {t.rich('emergency.within', { time: () => <Duration ms={step.withinSeconds * 1_000} /> })}
        {props.late && ` · ${t('emergency.late')}`}
      </span>
      <p>
        <q lang={spoken}>{step.script[spoken]}</q>
      </p>
      <p className={classes.dimmed}>
        {t('emergency.authority')} {step.authority[person.role === 'manager' ? 'manager' : 'staff'][language]}
      </p>
      {props.done && <span role="status">✓ {t('emergency.stepDone')}</span>}
      {!props.done && props.mayWork && (
        <Button
          variant="default"
          onClick={props.onDone}
          aria-label={`${t('emergency.markDone')}: ${step.title[language]}`}
        >
          {t('emergency.markDone')}
        </Button>
      )}
    </li>
  )
}

/** Ask a supervisor, or as a manager answer, without anybody leaving the customer. */
function Supervisor({ detail }: { readonly detail: CaseDetail }) {
  const t = useTranslations('cases')
  const mayAnswer = useMay('memos.decide')
  const move = useCaseMove()
  const [text, setText] = useState('')
  const on = { caseId: detail.id, version: detail.version }
  const asked = detail.supervisorAskedAt
  const question = detail.events.findLast(({ type }) => type === 'supervisor.asked')?.payload as
    { question: string } | undefined
  if (asked !== null && !mayAnswer) return <p role="status">{t('supervisor.waiting')}</p>
  const answered = detail.events.findLast(({ type }) => type === 'supervisor.answered')?.payload as
    { answer: string; granted: boolean } | undefined
  const say = async (words: Parameters<typeof move.run>[0]) => {
    if (await move.run(words)) setText('')
  }
  const answer = (granted: boolean) =>
    void say(({ cases }) => cases.answerSupervisor.mutate({ ...on, askedAt: asked!, answer: text, granted }))
  return (
    <div>
      {asked === null && answered !== undefined && (
        <p role="status">
          {t('supervisor.answered')}{' '}
          <strong>{t(answered.granted ? 'supervisor.grant' : 'supervisor.refuse')}</strong> ·{' '}
          <q>{answered.answer}</q>
        </p>
      )}
      <MoveFailure failure={move.failure} />
      {asked !== null && (
        <p>
          <q>{question?.question}</q>
        </p>
      )}
      <Textarea
        label={t(asked === null ? 'supervisor.question' : 'supervisor.answer')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={1}
        maxLength={1_000}
        mb="xs"
      />
      <Group gap="xs">
        {asked === null ? (
          <Button
            variant="default"
            disabled={text.trim() === ''}
            onClick={() =>
              void say(({ cases }) => cases.askSupervisor.mutate({ ...on, payload: { question: text } }))
            }
          >
            {t('supervisor.ask')}
          </Button>
        ) : (
          <>
            <Button disabled={text.trim() === ''} onClick={() => answer(true)}>
              {t('supervisor.grant')}
            </Button>
            <Button variant="default" disabled={text.trim() === ''} onClick={() => answer(false)}>
              {t('supervisor.refuse')}
            </Button>
          </>
        )}
      </Group>
    </div>
  )
}
