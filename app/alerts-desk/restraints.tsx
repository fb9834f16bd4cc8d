'use client'

import { Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from './desk.module.css'
import { Refusal } from './refusal.tsx'
import { SnoozeForm } from './snooze-form.tsx'
import { TravelForm } from './travel-form.tsx'
import { useAlertMove } from './use-alert-move.ts'
import type { AlertWork } from './use-alert-work.ts'

/** What keeps this customer from being asked too often: snoozed rules, noted travels, and where to add them. */
export function Restraints({ work }: { readonly work: AlertWork }) {
  const t = useTranslations('alert-desk')
  const language = useLanguage()
  const maySnooze = useMay('snoozes.write')
  const mayNoteTravel = useMay('travel.write')
  const move = useAlertMove()
  const [form, setForm] = useState<'snooze' | 'travel' | null>(null)
  const { restraints, customerRef, rules } = work
  if (restraints === null) return <p className={classes.dimmed}>{t('restraint.noCustomer')}</p>
  const ruleName = (key: string) => rules.find((rule) => rule.key === key)?.name?.[language] ?? key
  const on = (id: string) => ({ customerRef, id })
  return (
    <>
      <p className={classes.dimmed}>{t('restraint.budget', work.budget)}</p>
      <ul className={classes.restraints}>
        {restraints.snoozes.map((one) => (
          <li key={one.id}>
            <span>
              {t.rich('restraint.snooze', {
                rule: ruleName(one.rule),
                until: () => <Instant at={one.until} style="date" />,
              })}{' '}
              <span className={classes.dimmed}>{one.reason}</span>
            </span>
            {maySnooze && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void move.run(({ alertDesk }) => alertDesk.endSnooze.mutate(on(one.id)))}
              >
                {t('restraint.end')}
              </Button>
            )}
          </li>
        ))}
        {restraints.travelNotices.map((one) => (
          <li key={one.id}>
            <span>
              {t.rich('restraint.travel', {
                country: one.country ?? t('restraint.anywhere'),
                from: () => <Instant at={one.from} style="date" />,
                until: () => <Instant at={one.until - 1} style="date" />,
              })}{' '}
              {one.note !== null && <span className={classes.dimmed}>{one.note}</span>}
            </span>
            {mayNoteTravel && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void move.run(({ alertDesk }) => alertDesk.endTravel.mutate(on(one.id)))}
              >
                {t('restraint.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Group gap="xs">
        {maySnooze && rules.length > 0 && (
          <Button size="xs" variant="default" onClick={() => setForm('snooze')}>
            {t('snooze.title')}
          </Button>
        )}
        {mayNoteTravel && (
          <Button size="xs" variant="default" onClick={() => setForm('travel')}>
            {t('travel.title')}
          </Button>
        )}
      </Group>
      <Refusal move={move} />
      {form === 'snooze' && <SnoozeForm work={work} onClose={() => setForm(null)} />}
      {form === 'travel' && <TravelForm customerRef={customerRef} onClose={() => setForm(null)} />}
    </>
  )
}
