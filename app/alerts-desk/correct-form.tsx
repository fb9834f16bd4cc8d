'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type AlertOutcome, alertOutcomes } from '@/domain/alerts/alert-state.ts'
import { formatMinor } from '@/domain/screening/parse-amount.ts'
import { MoveModal } from './move-modal.tsx'
import { noRemedies, readRemedies, type TypedRemedies } from './read-remedies.ts'
import { RemedyFields } from './remedy-fields.tsx'
import { useAlertMove } from './use-alert-move.ts'
import type { AlertWork } from './use-alert-work.ts'

/** Puts another outcome in the place of the recorded one; both stay in the history. */
export function CorrectForm(props: { readonly work: AlertWork; readonly onClose: () => void }) {
  const t = useTranslations('alert-desk')
  const { work } = props
  const move = useAlertMove()
  const [outcome, setOutcome] = useState<AlertOutcome>(work.outcome ?? 'intended')
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<TypedRemedies>(() => asTyped(work))
  const [problems, setProblems] = useState({})
  const harmful = outcome === 'mistake' || outcome === 'fraud'
  const submit = async () => {
    const read = harmful ? readRemedies(typed, work.currency) : { remedies: {}, problems: {} }
    setProblems(read.problems)
    if (Object.keys(read.problems).length > 0) return
    const done = await move.run(
      ({ alertDesk }) =>
        alertDesk.correct.mutate({
          ...{ alertId: work.id, version: work.version, outcome, reason, remedies: read.remedies },
        }),
      t('correct.recorded'),
    )
    if (done !== null) props.onClose()
  }
  return (
    <MoveModal
      title={t('correct.title')}
      submitLabel={t('correct.record')}
      move={move}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      focus="field"
    >
      <NativeSelect
        label={t('correct.outcome')}
        value={outcome}
        onChange={(event) =>
          setOutcome(alertOutcomes.find((one) => one === event.currentTarget.value) ?? 'intended')
        }
        data={alertOutcomes.map((value) => ({ value, label: t(`outcome.${value}.label`) }))}
        data-autofocus
      />
      {harmful && (
        <RemedyFields currency={work.currency} typed={typed} problems={problems} onChange={setTyped} />
      )}
      <Textarea
        label={t('correct.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={2_000}
      />
    </MoveModal>
  )
}

function asTyped({ remedies, currency }: AlertWork): TypedRemedies {
  const amounts = remedies.map(({ kind, amountMinor }) => [kind, formatMinor(amountMinor, currency)])
  return { ...noRemedies, ...(Object.fromEntries(amounts) as Partial<TypedRemedies>) }
}
