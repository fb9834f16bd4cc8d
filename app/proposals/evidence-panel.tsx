'use client'

import { Button, Checkbox, FileButton, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { EvidenceItem } from './evidence-item.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { parseClock } from './clock-text.ts'
import classes from './proposals.module.css'
import { sendFile } from './send-file.ts'
import type { ProposalDetail } from './use-proposal.ts'
import { type ProposalMove, useProposalMove } from './use-proposal-move.ts'

/** What shows that the story is so; its author adds to it while it is a draft. */
export function EvidencePanel({
  detail,
  canEdit = false,
}: {
  readonly detail: ProposalDetail
  readonly canEdit?: boolean
}) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  if (!canEdit && detail.evidence.length === 0) return null
  const remove = (evidenceId: string) =>
    void move.run(({ proposals }) => proposals.removeEvidence.mutate({ proposalId: detail.id, evidenceId }))
  return (
    <Panel title={t('evidence.title')}>
      <ul className={classes.evidence}>
        {detail.evidence.map((one) => (
          <EvidenceItem
            key={one.id}
            evidence={one}
            detail={detail}
            onRemove={canEdit && one.kind !== 'finding' ? () => remove(one.id) : undefined}
          />
        ))}
      </ul>
      {canEdit && (
        <>
          <AddFile proposalId={detail.id} move={move} />
          <AddLink proposalId={detail.id} move={move} />
          <MoveFailure failure={move.failure} />
        </>
      )}
    </Panel>
  )
}

/** Pictures cannot be read by the product, so whoever attaches one says that nobody can be recognised in it. */
function AddFile({ proposalId, move }: { readonly proposalId: string; readonly move: ProposalMove }) {
  const t = useTranslations('proposals')
  const id = useId()
  const [checked, setChecked] = useState(false)
  const emptyInput = useRef<() => void>(null)
  const attach = async (file: File | null) => {
    if (!file) return
    await move.run(() => sendFile(proposalId, file))
    emptyInput.current?.()
    setChecked(false)
  }
  return (
    <div className={classes.tools}>
      <Checkbox
        checked={checked}
        onChange={(event) => setChecked(event.currentTarget.checked)}
        label={t('evidence.checked')}
      />
      <FileButton
        resetRef={emptyInput}
        accept=".png,.jpg,.jpeg,.txt,.csv,.log"
        disabled={!checked || move.pending}
        onChange={(file) => void attach(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-sm"
            disabled={!checked}
            loading={move.pending}
            aria-describedby={id}
          >
            {t('evidence.file')}
          </Button>
        )}
      </FileButton>
      <span id={id} className={classes.dimmed}>
        {t('evidence.fileText')}
      </span>
    </div>
  )
}

function AddLink({ proposalId, move }: { readonly proposalId: string; readonly move: ProposalMove }) {
  const t = useTranslations('proposals')
  const [open, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  const [link, setLink] = useState({ url: '', label: '', from: '', to: '' })
  const set = (change: Partial<typeof link>) => setLink((before) => ({ ...before, ...change }))
  if (!open) {
    return (
      <Button variant="default" size="compact-sm" autoFocus={wasOpen} onClick={() => setOpen(true)}>
        {t('evidence.addLink')}
      </Button>
    )
  }
  const close = () => {
    setOpen(false)
    setWasOpen(true)
  }
  const [fromMs, toMs] = [parseClock(link.from), parseClock(link.to)]
  const add = async () => {
    const added = await move.run(({ proposals }) =>
      proposals.addLink.mutate({
        proposalId,
        link: { url: link.url, label: link.label, fromMs, toMs },
      }),
    )
    if (!added) return
    setLink({ url: '', label: '', from: '', to: '' })
    close()
  }
  const isTime = (text: string) => text.trim() === '' || parseClock(text) !== null
  const wrongTime = (text: string) => (isTime(text) ? undefined : t('evidence.timeWrong'))
  const isBackwards = toMs !== null && (fromMs === null || fromMs >= toMs)
  const ready =
    !isBackwards &&
    link.url.startsWith('https://') &&
    link.label.trim().length >= 3 &&
    isTime(link.from) &&
    isTime(link.to)
  return (
    <div
      className={classes.tools}
      role="group"
      aria-label={t('evidence.addLink')}
      onKeyDown={(event) => {
        const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
        if (isPlainEnter && event.target instanceof HTMLInputElement && ready && !move.pending) void add()
      }}
    >
      <TextInput
        label={t('evidence.url')}
        placeholder="https://"
        value={link.url}
        autoFocus
        onChange={(event) => set({ url: event.currentTarget.value })}
      />
      <TextInput
        label={t('evidence.label')}
        value={link.label}
        maxLength={200}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <TextInput
        label={t('evidence.from')}
        placeholder="2:30"
        value={link.from}
        error={wrongTime(link.from)}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        label={t('evidence.to')}
        placeholder="4:10"
        value={link.to}
        error={isBackwards ? t('evidence.partWrong') : wrongTime(link.to)}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <Group gap="xs">
        <Button size="compact-sm" disabled={!ready} loading={move.pending} onClick={() => void add()}>
          {t('evidence.attach')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          {t('cancel')}
        </Button>
      </Group>
    </div>
  )
}
