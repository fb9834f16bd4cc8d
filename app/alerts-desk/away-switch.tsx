'use client'

import { Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useAlertMove } from './use-alert-move.ts'
import { Refusal } from './refusal.tsx'

/**
 * Whether the person takes work now: while they are away nobody hands them an alert. Shows the wish at once and stays usable while it is
 * saved: a switch that is disabled meanwhile would lose the keyboard's focus. Wishes are saved one after the other.
 */
export function AwaySwitch({ away }: { readonly away: boolean }) {
  const t = useTranslations('alert-desk.away')
  const move = useAlertMove()
  const [wish, setWish] = useState<'here' | 'away' | null>(null)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const change = (state: 'here' | 'away') => {
    setWish(state)
    const saved = before.current.then(() =>
      move.run(
        ({ cases }) => cases.setPresence.mutate({ state, until: null, coveredBy: null, note: null }),
        t(state === 'away' ? 'saidAway' : 'saidHere'),
      ),
    )
    before.current = saved
    void saved.then(() => {
      if (before.current === saved) setWish(null)
    })
  }
  return (
    <>
      <Switch
        checked={wish === null ? !away : wish === 'here'}
        onChange={(event) => change(event.currentTarget.checked ? 'here' : 'away')}
        label={t('label')}
      />
      <Refusal move={move} />
    </>
  )
}
