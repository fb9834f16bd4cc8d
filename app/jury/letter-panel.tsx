'use client'

import { Button, Group, Radio, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { type JuryVerdict, juryVerdicts } from '@/domain/jury/jury-decision.ts'
import type { JuryProposal } from '@/server/jury/get-jury-proposal.ts'
import classes from './jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from './use-jury-move.ts'

/** The decision and its letter: written by one, read by another, then waiting to go out. */
export function LetterPanel({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.letter')
  const mayDecide = useMay('jury.decide')
  const mayReview = useMay('jury.review')
  const move = useJuryMove()
  const { letter } = detail
  const seen = { proposalId: detail.id, version: detail.version }
  const canWrite =
    mayDecide &&
    detail.phase === 'talking' &&
    detail.own?.kind === 'scored' &&
    !(detail.appeal !== null && detail.decidedBefore)
  if (letter === null && !canWrite) return null
  return (
    <Panel title={t('title')}>
      {letter === null ? (
        <LetterForm detail={detail} />
      ) : (
        <>
          <p>
            <strong>{t(`verdicts.${letter.verdict}`)}</strong>
          </p>
          <p className={classes.text}>{letter.reason}</p>
          {letter.wouldChange !== null && (
            <>
              <h3>{t('wouldChange')}</h3>
              <p className={classes.text}>{letter.wouldChange}</p>
            </>
          )}
          <p className={classes.note}>
            {t('by', { writer: letter.writtenBy })}{' '}
            {letter.readBy === null ? t('notRead') : t('readBy', { reader: letter.readBy })}
          </p>
          {detail.phase === 'pending' && (
            <Group mt="sm">
              {mayReview && !letter.isMine && !letter.isRead && (
                <Button
                  loading={move.pending}
                  onClick={() => void move.run((client) => client.jury.readLetter.mutate(seen))}
                >
                  {t('confirmRead')}
                </Button>
              )}
              {mayDecide && (
                <Button
                  variant="default"
                  loading={move.pending}
                  onClick={() => void move.run((client) => client.jury.withdrawLetter.mutate(seen))}
                >
                  {t('withdraw')}
                </Button>
              )}
            </Group>
          )}
          <MoveFailure failure={move.failure} />
        </>
      )}
    </Panel>
  )
}

function LetterForm({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.letter')
  const move = useJuryMove()
  const [verdict, setVerdict] = useState<JuryVerdict | null>(null)
  const [reason, setReason] = useState('')
  const [wouldChange, setWouldChange] = useState('')
  const submit = () =>
    verdict !== null &&
    move.run((client) =>
      client.jury.writeLetter.mutate({
        ...{ proposalId: detail.id, version: detail.version },
        decision: { verdict, reason, wouldChange: verdict === 'declined' ? wouldChange : '' },
      }),
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t('decision')}
          value={verdict ?? ''}
          onChange={(text) => setVerdict(juryVerdicts.find((known) => known === text) ?? null)}
          required
        >
          <Group gap="md" mt={6}>
            {juryVerdicts.map((value) => (
              <Radio key={value} value={value} label={t(`verdicts.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          minLength={20}
          maxLength={4_000}
          autosize
          minRows={4}
        />
        {verdict === 'declined' && (
          <Textarea
            label={t('wouldChange')}
            description={t('wouldChangeHint')}
            value={wouldChange}
            onChange={(event) => setWouldChange(event.currentTarget.value)}
            required
            minLength={20}
            maxLength={4_000}
            autosize
            minRows={2}
          />
        )}
        <MoveFailure failure={move.failure} />
        <Group>
          <Button type="submit" loading={move.pending} disabled={verdict === null}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
