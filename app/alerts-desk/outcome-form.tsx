'use client'

import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AlertOutcome } from '@/domain/alerts/alert-state.ts'
import { type ContactChannel, contactChannels } from '@/domain/alerts/contact-terms.ts'
import { blankCase, CaseFields, useCaseToOpen, type WantedCase } from './case-fields.tsx'
import { MoveModal } from './move-modal.tsx'
import { noRemedies, readRemedies } from './read-remedies.ts'
import { RemedyFields } from './remedy-fields.tsx'
import { useAlertMove } from './use-alert-move.ts'
import type { AlertWork } from './use-alert-work.ts'

/** What the customer said, recorded: for a mistake or fraud with what was done, and a case where one is needed. */
export function OutcomeForm(props: {
  readonly work: AlertWork
  readonly outcome: AlertOutcome
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const t = useTranslations('alert-desk')
  const { work, outcome } = props
  const move = useAlertMove()
  const [channel, setChannel] = useState<ContactChannel>('phone')
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState(noRemedies)
  const [problems, setProblems] = useState({})
  const [wanted, setWanted] = useState<WantedCase | null>(null)
  const caseToOpen = useCaseToOpen(outcome === 'fraud')
  const harmful = outcome === 'mistake' || outcome === 'fraud'
  const submit = async () => {
    const read = harmful ? readRemedies(typed, work.currency) : { remedies: {}, problems: {} }
    setProblems(read.problems)
    if (Object.keys(read.problems).length > 0) return
    const done = await move.run(
      ({ alertDesk }) =>
        alertDesk.giveOutcome.mutate({
          ...{ alertId: work.id, version: work.version, outcome, channel, remedies: read.remedies },
          note: note.trim() === '' ? null : note,
          case: wanted && caseToOpen(wanted),
        }),
      t('outcome.recorded', { outcome: t(`outcome.${outcome}.label`) }),
    )
    if (done !== null) props.onDone()
  }
  return (
    <MoveModal
      title={t(`outcome.${outcome}.title`)}
      submitLabel={t('outcome.record')}
      move={move}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      focus={harmful ? 'field' : 'submit'}
    >
      <NativeSelect
        label={t('field.channel')}
        value={channel}
        onChange={(event) =>
          setChannel(contactChannels.find((one) => one === event.currentTarget.value) ?? 'phone')
        }
        data={contactChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        data-autofocus={harmful ? true : undefined}
      />
      {harmful && (
        <RemedyFields currency={work.currency} typed={typed} problems={problems} onChange={setTyped} />
      )}
      <Textarea
        label={t('field.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
      />
      {harmful && work.customerKnown && (
        <Checkbox
          label={t('case.wanted')}
          checked={wanted !== null}
          onChange={(event) =>
            setWanted(
              event.currentTarget.checked ? blankCase(t(`outcome.${outcome}.label`), work.reference) : null,
            )
          }
        />
      )}
      {wanted !== null && <CaseFields wanted={wanted} emergency={outcome === 'fraud'} onChange={setWanted} />}
    </MoveModal>
  )
}
