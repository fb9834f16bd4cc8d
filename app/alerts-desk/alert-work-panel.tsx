'use client'

import { Button, Group, Kbd } from '@mantine/core'
import { useRouter } from 'next/navigation'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNow } from '@/app/cases/use-now.ts'
import { Panel } from '@/app/components/panel.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { useShortcuts } from '@/app/components/shell/use-shortcuts.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import type { AlertOutcome } from '@/domain/alerts/alert-state.ts'
import { AlertHistory } from './alert-history.tsx'
import { AttemptForm } from './attempt-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { CustomerLink } from './customer-link.tsx'
import classes from './desk.module.css'
import { DueMark } from './due-mark.tsx'
import { OutcomeButtons } from './outcome-buttons.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { Refusal } from './refusal.tsx'
import { Restraints } from './restraints.tsx'
import { type AlertWork, isWaiting, useAlertWork } from './use-alert-work.ts'
import { useAlertMove } from './use-alert-move.ts'
import { useTakeNext } from './use-take-next.ts'
import { useUnreachableHint } from './use-unreachable-hint.ts'
import { WhatToSay } from './what-to-say.tsx'

/** The part of an alert's page where somebody works on it: what to say, what came of it, and what happened so far. */
export function AlertWorkPanel({ alertId }: { readonly alertId: string }) {
  const t = useTranslations('alert-desk')
  const work = useAlertWork(alertId)
  return (
    <Answered query={work} what={t('work.title')} height={360}>
      {(data) => (
        <>
          <Panel title={t('work.title')}>
            <Standing work={data} />
          </Panel>
          <div className={classes.columns}>
            <Panel title={t('history.title')}>
              <AlertHistory work={data} />
            </Panel>
            <Panel title={t('restraint.title')}>
              <Restraints work={data} />
            </Panel>
          </div>
        </>
      )}
    </Answered>
  )
}

type Form = AlertOutcome | 'attempt' | 'correct'

/** How the alert stands and what the person can do with it now, by button or by key. */
function Standing({ work }: { readonly work: AlertWork }) {
  const t = useTranslations('alert-desk')
  const router = useRouter()
  const now = useNow()
  const { person } = useShell()
  const mayWork = useMay('alerts.work')
  const move = useAlertMove()
  const next = useTakeNext()
  const [form, setForm] = useState<Form | null>(null)
  const unreachableHint = useUnreachableHint(work)
  const waiting = isWaiting(work)
  const mine = waiting && work.claimedBy === person.personId
  const free = waiting && work.claimedBy === null
  const on = { alertId: work.id, version: work.version }
  const take = () => void move.run(({ alertDesk }) => alertDesk.take.mutate(on))
  const giveBack = async () => {
    const done = await move.run(
      ({ alertDesk }) => alertDesk.giveBack.mutate({ ...on, retryAt: null }),
      t('work.gaveBack'),
    )
    if (done !== null) router.push('/work')
  }
  useShortcuts(
    mayWork
      ? [
          ['N', next.takeNext],
          ['A', () => mine && setForm('attempt')],
          ['G', () => void (mine && giveBack())],
          ['C', () => void (free && take())],
        ]
      : [],
  )
  return (
    <>
      <div className={classes.status}>
        <span role="status">
          <Status work={work} me={person.personId} />
          {waiting && (
            <>
              {' · '}
              <DueMark warnAt={work.warnAt} dueAt={work.dueAt} now={now} />
            </>
          )}
        </span>
        {mayWork && (
          <Group gap="xs">
            {free && (
              <Button
                onClick={take}
                loading={move.pending}
                rightSection={<Kbd aria-hidden>C</Kbd>}
                aria-keyshortcuts="C"
              >
                {t('work.take')}
              </Button>
            )}
            {waiting && !free && !mine && person.role === 'manager' && (
              <Button variant="default" onClick={take} loading={move.pending}>
                {t('work.takeOver')}
              </Button>
            )}
            {mine && (
              <>
                <Button
                  variant="default"
                  onClick={() => setForm('attempt')}
                  rightSection={<Kbd aria-hidden>A</Kbd>}
                  aria-keyshortcuts="A"
                >
                  {t('attempt.title')}
                </Button>
                <Button
                  variant="default"
                  onClick={() => void giveBack()}
                  loading={move.pending}
                  rightSection={<Kbd aria-hidden>G</Kbd>}
                  aria-keyshortcuts="G"
                >
                  {t('work.giveBack')}
                </Button>
              </>
            )}
            {work.outcome !== null && !waiting && (
              <Button variant="default" onClick={() => setForm('correct')}>
                {t('correct.title')}
              </Button>
            )}
            <Button
              variant={waiting && (mine || free) ? 'default' : 'filled'}
              onClick={next.takeNext}
              loading={next.move.pending}
              rightSection={<Kbd aria-hidden>N</Kbd>}
              aria-keyshortcuts="N"
            >
              {t('queue.next')}
            </Button>
          </Group>
        )}
      </div>
      <Refusal move={move} />
      <Refusal move={next.move} />
      {waiting && work.customerSaid === 'notRight' && (
        <p className={classes.never} role="status">
          <strong>{t('link.saidNo')}</strong> {t('link.saidNoNext')}
        </p>
      )}
      {work.caseId !== null && <Link href={`/cases/${work.caseId}`}>{t('case.open')}</Link>}
      {waiting && (
        <div className={classes.columns}>
          <div>
            <WhatToSay key={work.id} work={work} />
            {mayWork && <CustomerLink key={`link ${work.id}`} work={work} />}
          </div>
          {mayWork && (
            <div>
              <OutcomeButtons
                disabled={!mine || form !== null}
                onChoose={setForm}
                unreachableHint={unreachableHint}
              />
              {free && <p className={classes.dimmed}>{t('work.takeFirst')}</p>}
            </div>
          )}
        </div>
      )}
      {form === 'attempt' && (
        <AttemptForm
          work={work}
          onClose={() => setForm(null)}
          onDone={(kept) => (kept ? setForm(null) : router.push('/work'))}
        />
      )}
      {form === 'correct' && <CorrectForm work={work} onClose={() => setForm(null)} />}
      {form !== null && form !== 'attempt' && form !== 'correct' && (
        <OutcomeForm work={work} outcome={form} onClose={() => setForm(null)} onDone={() => setForm(null)} />
      )}
    </>
  )
}

function Status({ work, me }: { readonly work: AlertWork; readonly me: string }) {
  const t = useTranslations('alert-desk')
  const { status, outcome, outcomeSource, claimedBy, claimedByName, changed, origin } = work
  const words =
    outcome !== null && !isWaiting(work)
      ? t('work.answered', {
          outcome: t(`outcome.${outcome}.label`),
          source: t(`source.${outcomeSource ?? 'person'}`),
        })
      : claimedBy === null
        ? t(`status.${status}`)
        : claimedBy === me
          ? t('work.yours')
          : t('work.theirs', { name: claimedByName ?? '' })
  return (
    <>
      <strong>{words}</strong>
      {changed && ` · ${t('work.changed')}`}
      {origin === 'sample' && ` · ${t('sample')}`}
    </>
  )
}
