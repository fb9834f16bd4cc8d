'use client'

import { Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useAlertMove } from './use-alert-move.ts'
import { Refusal } from './refusal.tsx'

/** Whether the person takes work now: while they are away nobody hands them an alert. */
export function AwaySwitch({ away }: { readonly away: boolean }) {
  const t = useTranslations('alert-desk.away')
  const move = useAlertMove()
  const change = (state: 'here' | 'away') =>
    void move.run(
      ({ cases }) => cases.setPresence.mutate({ state, until: null, coveredBy: null, note: null }),
      t(state === 'away' ? 'saidAway' : 'saidHere'),
    )
  return (
    <>
      <Switch
        checked={!away}
        disabled={move.pending}
        onChange={(event) => change(event.currentTarget.checked ? 'here' : 'away')}
        label={t('label')}
      />
      <Refusal move={move} />
    </>
  )
}
