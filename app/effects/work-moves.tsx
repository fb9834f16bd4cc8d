'use client'

import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from '@/app/jury/use-jury-move.ts'
import type { EffectDetail } from '@/server/effects/get-effect.ts'

/** The next move of an accepted proposal, and the way to stop it with an answer to its author. */
export function WorkMoves({ detail }: { readonly detail: EffectDetail }) {
  const t = useTranslations('effects.moves')
  const move = useJuryMove()
  const [stopping, setStopping] = useState(false)
  const seen = { proposalId: detail.id, version: detail.version }
  const canStop =
    detail.mayDecide && (['accepted', 'planned', 'inProgress'] as readonly string[]).includes(detail.status)
  if (!detail.mayWork) return null
  return (
    <>
      <Group mt="sm">
        {detail.status === 'planned' && (
          <Button loading={move.pending} onClick={() => void move.run((c) => c.effects.start.mutate(seen))}>
            {t('start')}
          </Button>
        )}
        {detail.status === 'inProgress' && (
          <Button loading={move.pending} onClick={() => void move.run((c) => c.effects.finish.mutate(seen))}>
            {t('finish')}
          </Button>
        )}
        {canStop && !stopping && (
          <Button variant="default" onClick={() => setStopping(true)}>
            {t('stop')}
          </Button>
        )}
      </Group>
      <MoveFailure failure={stopping ? null : move.failure} />
      {stopping && canStop && <StopForm seen={seen} onClose={() => setStopping(false)} />}
    </>
  )
}

function StopForm(props: {
  readonly seen: { readonly proposalId: string; readonly version: number }
  readonly onClose: () => void
}) {
  const t = useTranslations('effects.moves')
  const move = useJuryMove()
  const [reason, setReason] = useState('')
  const [whatWouldChange, setWhatWouldChange] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void move.run((client) => client.effects.stop.mutate({ ...props.seen, reason, whatWouldChange }))
      }}
    >
      <Stack gap="sm" mt="sm">
        <Textarea
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          minLength={20}
          maxLength={4_000}
          autosize
          minRows={2}
        />
        <Textarea
          label={t('whatWouldChange')}
          value={whatWouldChange}
          onChange={(event) => setWhatWouldChange(event.currentTarget.value)}
          required
          maxLength={4_000}
          autosize
          minRows={2}
        />
        <MoveFailure failure={move.failure} />
        <Group>
          <Button type="submit" loading={move.pending}>
            {t('confirmStop')}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t('keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
