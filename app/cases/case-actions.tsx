'use client'

import { Button, Checkbox, Group, NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { AssignForm } from './assign-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { DueChoice } from './due-choice.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { MemoForm } from './memo-form.tsx'
import { MergeForm } from './merge-form.tsx'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

const moves = ['promise', 'turn', 'note', 'resolve', 'reopen'] as const
type Move = (typeof moves)[number]
type Verb = Move | 'contact' | 'handOver' | 'memo' | 'assign' | 'merge'

const turns = ['customer', 'otherDesk', 'thirdParty', 'us'] as const

/** What can be done with the case now; each button is one move with its own form. */
export function CaseActions({ detail, now }: { readonly detail: CaseDetail; readonly now: number }) {
  const t = useTranslations('cases')
  const { person } = useShell()
  const move = useCaseMove()
  const [open, setOpen] = useState<Verb | null>(null)
  const close = () => setOpen(null)
  if (detail.status === 'merged') return null
  const resolved = detail.status === 'resolved'
  const promised = detail.promises.some(({ state }) => state === 'open')
  const offered = detail.handoffs.some(({ state }) => state === 'offered' || state === 'accepted')
  const asked = detail.memos.some(({ state }) => state === 'sent')
  const buttons: readonly Verb[] = resolved
    ? ['reopen', 'note']
    : [
        ...(['contact', 'promise'] as const),
        ...(offered ? [] : (['handOver'] as const)),
        ...(asked ? [] : (['memo'] as const)),
        ...(['turn', 'assign', 'note'] as const),
        ...(offered || asked || promised || detail.others.length === 0 ? [] : (['merge'] as const)),
        'resolve',
      ]
  // Whoever covers takes it above, in the words of a cover; whoever belongs to another desk would be refused.
  const mayTake =
    !resolved &&
    detail.ownerId !== person.personId &&
    detail.ownerAway?.coveredBy !== person.personId &&
    (person.role !== 'staff' || detail.myDesks.includes(detail.desk))
  const take = () =>
    void move.run((client) => client.cases.take.mutate({ caseId: detail.id, version: detail.version }))
  return (
    <>
      <Group gap="xs" data-no-print role="group" aria-label={t('actions')}>
        {mayTake && (
          <Button variant="default" loading={move.pending} onClick={take}>
            {t('move.take')}
          </Button>
        )}
        {buttons.map((key) => (
          <Button key={key} variant={key === 'resolve' ? 'filled' : 'default'} onClick={() => setOpen(key)}>
            {t(`move.${key}`)}
          </Button>
        ))}
      </Group>
      {moves.map((key) => (
        <MoveForm key={key} kind={key} detail={detail} now={now} opened={open === key} onClose={close} />
      ))}
      <ContactForm detail={detail} now={now} opened={open === 'contact'} onClose={close} />
      <HandOverForm detail={detail} now={now} opened={open === 'handOver'} onClose={close} />
      <MemoForm detail={detail} now={now} opened={open === 'memo'} onClose={close} />
      <AssignForm detail={detail} opened={open === 'assign'} onClose={close} />
      <MergeForm detail={detail} opened={open === 'merge'} onClose={close} />
    </>
  )
}

const blank = {
  text: '',
  to: 'customer',
  minutes: 60,
  customerHadToAct: false,
}

function MoveForm(props: {
  readonly kind: Move
  readonly detail: CaseDetail
  readonly now: number
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { kind, detail } = props
  const t = useTranslations('cases')
  const move = useCaseMove()
  const [values, setValues] = useState(blank)
  const set = (change: Partial<typeof blank>) => setValues((before) => ({ ...before, ...change }))
  const openPromise = detail.promises.find(({ state }) => state === 'open')
  const submit = async () => {
    const on = { caseId: detail.id, version: detail.version }
    const { text, to, customerHadToAct } = values
    const dueAt = Date.now() + values.minutes * 60_000
    const done = await move.run(({ cases }) => {
      switch (kind) {
        case 'promise':
          return openPromise
            ? cases.renegotiatePromise.mutate({
                ...on,
                payload: { promiseId: openPromise.id, nextPromiseId: crypto.randomUUID(), dueAt, text },
              })
            : cases.makePromise.mutate({ ...on, payload: { promiseId: crypto.randomUUID(), dueAt, text } })
        case 'turn':
          return cases.passTurn.mutate({
            ...on,
            payload: { to, reason: to === 'us' ? null : text, nextDueAt: to === 'us' ? null : dueAt },
          })
        case 'note':
          return cases.addNote.mutate({ ...on, payload: { text } })
        case 'resolve':
          return cases.resolve.mutate({ ...on, payload: { done: text, customerHadToAct } })
        case 'reopen':
          return cases.reopen.mutate({ ...on, payload: { reason: text } })
      }
    })
    if (!done) return
    setValues(blank)
    props.onClose()
  }
  const timed = kind === 'promise' || (kind === 'turn' && values.to !== 'us')
  return (
    <FormDialog
      gap="sm"
      title={t(`move.${kind}`)}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t(`move.${kind}`)}
    >
      {kind === 'promise' && openPromise && <p>{t('promiseMoves')}</p>}
      {kind === 'turn' && (
        <NativeSelect
          label={t('field.whoseTurn')}
          value={values.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
          data={turns.map((value) => ({ value, label: t(`turn.${value}`) }))}
        />
      )}
      {(kind !== 'turn' || values.to !== 'us') && (
        <Textarea
          label={t(`field.${kind}Text`)}
          value={values.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          required
          autosize
          minRows={3}
          maxLength={kind === 'promise' || kind === 'turn' ? 500 : 2_000}
          data-autofocus
        />
      )}
      {timed && (
        <DueChoice
          label={t(kind === 'turn' ? 'field.waitUntil' : 'field.nextContact')}
          minutes={values.minutes}
          now={props.now}
          onChange={(minutes) => set({ minutes })}
        />
      )}
      {kind === 'resolve' && (
        <Checkbox
          label={t('field.customerHadToAct')}
          checked={values.customerHadToAct}
          onChange={(event) => set({ customerHadToAct: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  )
}
