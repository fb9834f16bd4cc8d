'use client'

import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import classes from './jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from './use-jury-move.ts'

interface PendingLetter {
  readonly id: string
  readonly title: string | null
  readonly reference: string
  readonly version: number
  readonly isLetterRead: boolean
}

/** Letters that wait: those that somebody has read go out together, so that no author hears before the others. */
export function ReleasePanel({ items }: { readonly items: readonly PendingLetter[] }) {
  const t = useTranslations('jury.release')
  const move = useJuryMove()
  const [held, setHeld] = useState<readonly string[]>([])
  if (items.length === 0) return null
  const chosen = items.filter(({ id, isLetterRead }) => isLetterRead && !held.includes(id))
  const release = () =>
    move.run((client) =>
      client.jury.release.mutate({
        moves: chosen.map(({ id, version }) => ({ proposalId: id, version })),
      }),
    )
  return (
    <Panel title={t('title')}>
      <p className={classes.note}>{t('lead')}</p>
      <Stack gap={6} my="sm">
        {items.map(({ id, title, reference, isLetterRead }) => (
          <Checkbox
            key={id}
            label={title ?? reference}
            description={t(isLetterRead ? 'read' : 'unread')}
            disabled={!isLetterRead}
            checked={isLetterRead && !held.includes(id)}
            onChange={(event) => {
              const { checked } = event.currentTarget
              setHeld((before) => (checked ? before.filter((one) => one !== id) : [...before, id]))
            }}
          />
        ))}
      </Stack>
      <MoveFailure failure={move.failure} />
      <Group>
        <Button onClick={() => void release()} loading={move.pending} disabled={chosen.length === 0}>
          {t('submit', { count: chosen.length })}
        </Button>
      </Group>
    </Panel>
  )
}
