'use client'

import { Alert, Button, Group, NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { type DeclineReason, declineReasons } from '@/domain/cases/handoff-terms.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { CallTogether } from './call-together.tsx'
import { DeskName } from './desk-name.tsx'
import { WordsForm } from './words-form.tsx'
import type { CaseDetail, CaseHandoff } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

/** The handoff that is on its way: who has the customer now, the brief, and what each side can do next. */
export function OpenHandoff({ detail }: { readonly detail: CaseDetail }) {
  const handoff = detail.handoffs.find(({ state }) => state === 'offered' || state === 'accepted')
  return handoff ? <HandoffPanel detail={detail} handoff={handoff} /> : null
}

function HandoffPanel({ detail, handoff }: { readonly detail: CaseDetail; readonly handoff: CaseHandoff }) {
  const t = useTranslations('cases')
  const { person } = useShell()
  const move = useCaseMove()
  const [open, setOpen] = useState<'decline' | 'lost' | 'answer' | null>(null)
  const close = () => setOpen(null)
  const asked = handoff.mode === 'onBehalf'
  const on = { caseId: detail.id, version: detail.version, handoffId: handoff.id }
  const mine = handoff.acceptedBy === person.personId
  // Who belongs to neither side only reads: the server would refuse them.
  const mayWork = useMay('cases.work')
  const receives =
    handoff.fromPerson !== person.personId &&
    (handoff.toPerson === null
      ? detail.myDesks.includes(handoff.toDesk)
      : handoff.toPerson === person.personId)
  const sends = handoff.fromPerson === person.personId || detail.myDesks.includes(handoff.fromDesk)
  return (
    <Panel title={t('handoff.title')}>
      <FactList>
        <Fact name={t('handoff.route')}>
          <DeskName desk={handoff.fromDesk} /> → <DeskName desk={handoff.toDesk} /> ·{' '}
          {t(`mode.${handoff.mode}`)}
        </Fact>
        <Fact name={t('handoff.whose')}>
          <strong>{t(`handoff.${ownerOf(handoff)}`)}</strong>
        </Fact>
        <Fact name={t('handoff.offeredAt')}>
          <Instant at={handoff.offeredAt.getTime()} />
        </Fact>
        {handoff.state === 'offered' && (
          <Fact name={t('handoff.acceptBy')}>
            <Instant at={handoff.acceptBy.getTime()} />
          </Fact>
        )}
        {Object.entries(handoff.brief).map(([key, text]) => (
          <Fact key={key} name={t.has(`brief.${key}`) ? t(`brief.${key}`) : key}>
            {text}
          </Fact>
        ))}
      </FactList>
      {handoff.state === 'offered' && handoff.mode === 'warm' && sends && (
        <Together detail={detail} handoff={handoff} />
      )}
      {move.failure !== null && (
        <Alert color="red" role="alert" variant="light" mt="xs">
          {move.failure}
        </Alert>
      )}
      <Group gap="xs" mt="sm" data-no-print>
        {handoff.state === 'offered' && receives && (
          <>
            <Button
              loading={move.pending}
              onClick={() => void move.run(({ cases }) => cases.acceptHandoff.mutate(on))}
            >
              {t('handoff.accept')}
            </Button>
            <Button variant="default" onClick={() => setOpen('decline')}>
              {t('handoff.decline')}
            </Button>
          </>
        )}
        {handoff.state === 'offered' && sends && (
          <Button
            variant="default"
            onClick={() => void move.run(({ cases }) => cases.recallHandoff.mutate({ ...on, text: '' }))}
          >
            {t('handoff.recall')}
          </Button>
        )}
        {handoff.state === 'accepted' && receives && (
          <>
            <Button
              loading={move.pending}
              variant={mine ? 'filled' : 'default'}
              onClick={() =>
                asked ? setOpen('answer') : void move.run(({ cases }) => cases.markServed.mutate(on))
              }
            >
              {t(asked ? 'handoff.answer' : 'handoff.served')}
            </Button>
            <Button
              variant="default"
              disabled={handoff.askedAgain}
              onClick={() => void move.run(({ cases }) => cases.flagAskedAgain.mutate(on))}
            >
              {t('handoff.askedAgain')}
            </Button>
          </>
        )}
        {handoff.state === 'accepted' && sends && !asked && handoff.releasedAt === null && (
          <Button
            variant="default"
            onClick={() => void move.run(({ cases }) => cases.releaseCustomer.mutate(on))}
          >
            {t('handoff.release')}
          </Button>
        )}
        {mayWork && (receives || sends) && (
          <Button variant="subtle" color="gray" onClick={() => setOpen('lost')}>
            {t('handoff.customerLost')}
          </Button>
        )}
      </Group>
      <DeclineForm on={on} opened={open === 'decline'} onClose={close} />
      <WordsForm kind="lost" on={on} opened={open === 'lost'} onClose={close} />
      <WordsForm kind="answer" on={on} opened={open === 'answer'} onClose={close} />
    </Panel>
  )
}

/** Whose the customer is, in the words of the panel. Whoever is only asked never has the customer. */
function ownerOf({ mode, state }: CaseHandoff): 'senderKeeps' | 'senderOwns' | 'receiverOwns' {
  if (mode === 'onBehalf') return 'senderKeeps'
  return state === 'offered' ? 'senderOwns' : 'receiverOwns'
}

/** Until somebody accepts, the sender has the number and the words before their eyes. */
function Together({ detail, handoff }: { readonly detail: CaseDetail; readonly handoff: CaseHandoff }) {
  const trpc = useTRPC()
  const desks = useQuery(trpc.cases.desks.queryOptions())
  const phone = desks.data?.find(({ key }) => key === handoff.toDesk)?.phone ?? null
  return <CallTogether detail={detail} phone={phone} brief={handoff.brief} />
}

function DeclineForm(props: {
  readonly on: { readonly caseId: string; readonly version: number; readonly handoffId: string }
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const t = useTranslations('cases')
  const move = useCaseMove()
  const [reason, setReason] = useState<DeclineReason>('wrongDesk')
  const [text, setText] = useState('')
  const submit = async () => {
    if (await move.run(({ cases }) => cases.declineHandoff.mutate({ ...props.on, reason, text })))
      props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('handoff.decline')}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('handoff.decline')}
    >
      <NativeSelect
        label={t('field.declineReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as DeclineReason)}
        data={declineReasons.map((value) => ({ value, label: t(`decline.${value}`) }))}
        data-autofocus
      />
      <Textarea
        label={t('field.declineText')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={1_000}
      />
    </FormDialog>
  )
}
