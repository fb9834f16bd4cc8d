'use client'

import { Alert, Button, Group, NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './cases.module.css'
import { DueChoice } from './due-choice.tsx'
import type { CaseDetail } from './use-case.ts'
import { useNow } from './use-now.ts'
import { useCaseMove } from './use-case-move.ts'

/** What was promised to the customer, and what became of it. */
export function Promises({ detail }: { readonly detail: CaseDetail }) {
  const t = useTranslations('cases')
  if (detail.promises.length === 0) return null
  return (
    <Panel title={t('promises')}>
      <ul className={classes.timeline}>
        {detail.promises.toReversed().map((promise) => (
          <li key={promise.id}>
            <Instant at={promise.madeAt.getTime()} />
            <div>
              <strong>{t(`promise.${promise.state}`)}</strong>
              <span className={classes.dimmed}>
                {' · '}
                {t.rich('memo.due', { time: () => <Instant at={promise.dueAt.getTime()} /> })}
              </span>
              <p>{promise.text}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Memos to managers: the wait is visible, and the manager who was asked decides here. */
export function Memos({ detail }: { readonly detail: CaseDetail }) {
  const t = useTranslations('cases')
  const { person } = useShell()
  if (detail.memos.length === 0) return null
  return (
    <Panel title={t('memos')}>
      <ul className={classes.timeline}>
        {detail.memos.toReversed().map((memo) => (
          <li key={memo.id}>
            <Instant at={memo.sentAt.getTime()} />
            <div>
              <strong>{t(`memo.state.${memo.state}`, { name: detail.people[memo.toPerson] ?? '—' })}</strong>
              {memo.state === 'sent' && (
                <span className={classes.dimmed}>
                  {' · '}
                  {t.rich('memo.due', { time: () => <Instant at={memo.dueAt.getTime()} /> })}
                </span>
              )}
              <FactList>
                <Fact name={t('memo.problem')}>{memo.problem}</Fact>
                <Fact name={t('memo.tried')}>{memo.tried === '' ? null : memo.tried}</Fact>
                <Fact name={t('memo.asked')}>{memo.request}</Fact>
              </FactList>
              {memo.escalations > 0 && (
                <p className={classes.dimmed}>{t('memo.escalated', { count: memo.escalations })}</p>
              )}
              {memo.reason !== null && <p>{t('memo.answered', { reason: memo.reason })}</p>}
              {memo.state === 'sent' && memo.toPerson === person.personId && (
                <Decision detail={detail} memoId={memo.id} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const decisions = ['granted', 'returned', 'referred'] as const

function Decision({ detail, memoId }: { readonly detail: CaseDetail; readonly memoId: string }) {
  const t = useTranslations('cases')
  const move = useCaseMove()
  const [decision, setDecision] = useState<(typeof decisions)[number]>('granted')
  const [reason, setReason] = useState('')
  const now = useNow()
  const [minutes, setMinutes] = useState(240)
  const [chosen, setChosen] = useState('')
  const trpc = useTRPC()
  const { person } = useShell()
  const refers = decision === 'referred'
  const managers = useQuery(trpc.cases.managers.queryOptions(undefined, { enabled: refers }))
  const others = (managers.data ?? []).filter(({ id }) => id !== person.personId)
  const referTo = others.find(({ id }) => id === chosen)?.id ?? others[0]?.id ?? null
  return (
    <>
      <NativeSelect
        label={t('memo.decision')}
        value={decision}
        onChange={(event) => setDecision(event.currentTarget.value as typeof decision)}
        data={decisions.map((value) => ({ value, label: t(`memo.decide.${value}`) }))}
      />
      {refers && (
        <>
          <NativeSelect
            label={t('memo.referTo')}
            value={referTo ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DueChoice label={t('memo.answerBy')} minutes={minutes} now={now} onChange={setMinutes} />
        </>
      )}
      <Textarea
        label={t('memo.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {move.failure !== null && (
        <Alert color="red" role="alert" variant="light">
          {move.failure}
        </Alert>
      )}
      <Group mt="xs">
        <Button
          loading={move.pending}
          disabled={reason.trim() === '' || (refers && referTo === null)}
          onClick={() =>
            void move.run(({ cases }) =>
              cases.decideMemo.mutate({
                ...{
                  caseId: detail.id,
                  version: detail.version,
                  memoId,
                  decision,
                  reason,
                  referTo: refers ? referTo : null,
                  dueAt: refers ? Date.now() + minutes * 60_000 : null,
                },
              }),
            )
          }
        >
          {t('memo.decideNow')}
        </Button>
      </Group>
    </>
  )
}
