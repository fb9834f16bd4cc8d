'use client'

import { Button, TextInput, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { DiscardButton } from './discard-button.tsx'
import { RampButtons } from './ramp-buttons.tsx'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useUnsaved } from './use-unsaved.ts'
import type { VersionMoving } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'

/** What the person may do with a version as it stands; the server and the database ask again. */
export function VersionActions(props: {
  readonly version: VersionData
  readonly window: { readonly from: number; readonly to: number }
  readonly move: VersionMoving
}) {
  const { version: data, window, move } = props
  const t = useTranslations('thresholds')
  const router = useRouter()
  const { organisation } = useShell()
  const mayWrite = useMay('thresholds.write')
  const mayApprove = useMay('thresholds.approve') && !data.isMine
  const isUnsaved = useUnsaved(data.version)
  const [comment, setComment] = useState('')
  const [local, setLocal] = useState('')
  const { version, edition, status, seal } = data
  const seen = { version, edition }
  const said = { ...seen, seal, comment: comment.trim() === '' ? null : comment.trim() }
  const needsSignature = status === 'active' && data.signBy !== null
  const reviews = (status === 'inReview' || needsSignature) && mayApprove
  const isCopyable = mayWrite && data.activatedAt !== null && status !== 'ramping'
  const hasDecided = data.activatedAt !== null
  const open = async (answer: Promise<{ readonly answer: { readonly version: number } } | null>) => {
    const made = await answer
    if (made !== null) router.push(`/thresholds/${made.answer.version}`)
  }
  return (
    <>
      {needsSignature && (
        <p role="status" className={classes.changed}>
          {t.rich('signBy', { at: () => <Instant at={data.signBy} style="dateTime" /> })}
        </p>
      )}
      {mayWrite && status === 'draft' && data.approvers.length === 0 && (
        <p className={classes.quiet}>{t('sendWatches')}</p>
      )}
      {isUnsaved && (
        <p role="status" className={classes.changed}>
          {t('unsaved')}
        </p>
      )}
      {status === 'inReview' && data.isMine && <p className={classes.quiet}>{t('notYourOwn')}</p>}
      {(reviews || isCopyable) && (
        <Textarea
          label={reviews ? t('comment') : t('whyRollBack')}
          value={comment}
          maxLength={500}
          maw="72ch"
          autosize
          minRows={2}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        {mayWrite && status === 'draft' && (
          <Button
            variant={data.approvers.length === 0 ? 'default' : 'filled'}
            disabled={isUnsaved}
            loading={move.pending}
            onClick={() =>
              void move.run(({ thresholds }) => thresholds.submit.mutate({ ...seen, window }), t('sent'))
            }
          >
            {t('send')}
          </Button>
        )}
        {reviews && status === 'inReview' && (
          <>
            <Button
              loading={move.pending}
              onClick={() =>
                void move.run(({ thresholds }) => thresholds.approve.mutate(said), t('approvedNow'))
              }
            >
              {t('approve')}
            </Button>
            <Button
              variant="default"
              disabled={said.comment === null}
              onClick={() =>
                void move.run(({ thresholds }) =>
                  thresholds.requestChanges.mutate({ ...said, comment: said.comment ?? '' }),
                )
              }
            >
              {t('requestChanges')}
            </Button>
            <Button
              variant="default"
              disabled={said.comment === null}
              onClick={() =>
                void move.run(({ thresholds }) =>
                  thresholds.reject.mutate({ ...said, comment: said.comment ?? '' }),
                )
              }
            >
              {t('reject')}
            </Button>
          </>
        )}
        {reviews && needsSignature && (
          <Button onClick={() => void move.run(({ thresholds }) => thresholds.countersign.mutate(said))}>
            {t('countersign')}
          </Button>
        )}
        {mayWrite && (status === 'approved' || status === 'scheduled') && data.announcedAt === null && (
          <>
            <TextInput
              type="datetime-local"
              label={t('goLiveAt', { zone: organisation.zone })}
              value={local}
              onChange={(event) => setLocal(event.currentTarget.value)}
            />
            <Button
              loading={move.pending}
              onClick={() =>
                void move.run(({ thresholds }) =>
                  thresholds.schedule.mutate({ ...seen, local: local === '' ? null : local }),
                )
              }
            >
              {local === '' ? t('goLiveNow') : t('schedule')}
            </Button>
          </>
        )}
        {mayWrite && status === 'scheduled' && (
          <Button
            variant="default"
            onClick={() => void move.run(({ thresholds }) => thresholds.unschedule.mutate(seen))}
          >
            {t('unschedule')}
          </Button>
        )}
        {status === 'ramping' && <RampButtons version={data} move={move} />}
        {mayWrite && !hasDecided && ['inReview', 'approved', 'suspended'].includes(status) && (
          <Button
            variant="default"
            onClick={() => void move.run(({ thresholds }) => thresholds.withdraw.mutate(seen))}
          >
            {t('withdraw')}
          </Button>
        )}
        {mayWrite && ['draft', 'suspended', 'approved'].includes(status) && <DiscardButton {...seen} />}
        {isCopyable && status === 'retired' && (
          <>
            <Button
              loading={move.pending}
              disabled={said.comment === null}
              onClick={() =>
                void open(
                  move.run(({ thresholds }) =>
                    thresholds.rollBack.mutate({ version, note: said.comment ?? '', window }),
                  ),
                )
              }
            >
              {t('rollBack')}
            </Button>
            <Button
              color="red"
              variant="outline"
              disabled={said.comment === null}
              onClick={() =>
                void open(
                  move.run(({ thresholds }) =>
                    thresholds.stopEmergency.mutate({
                      ...{ stop: { kind: 'restore', version }, note: said.comment ?? '', window },
                    }),
                  ),
                )
              }
            >
              {t('restoreNow')}
            </Button>
          </>
        )}
        {isCopyable && (
          <Button
            variant="default"
            disabled={said.comment === null}
            onClick={() =>
              void open(
                move.run(({ thresholds }) =>
                  thresholds.createDraft.mutate({ note: said.comment ?? '', from: version }),
                ),
              )
            }
          >
            {t('draftFromThis')}
          </Button>
        )}
      </div>
      <Refusal move={move} />
    </>
  )
}
