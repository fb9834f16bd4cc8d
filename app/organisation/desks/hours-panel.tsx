'use client'

import { Alert, Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { writeWindows } from '@/domain/desks/hours-text.ts'
import { type DeskCalendar, weekdays } from '@/domain/time/calendar.ts'
import classes from '../organisation.module.css'
import { useSettingChange } from '../use-setting-change.ts'
import type { DeskDetail, DeskHours } from './desk-rows.ts'
import { SetHoursForm } from './set-hours-form.tsx'

/** All hours that the desk ever had or will have; what is planned can be taken back. */
export function HoursPanel({ desk, mayChange }: { readonly desk: DeskDetail; readonly mayChange: boolean }) {
  const t = useTranslations('organisation.hours')
  const change = useSettingChange()
  const [setting, setSetting] = useState(false)
  const drop = ({ validFrom }: DeskHours) =>
    void change.run(
      (organisation) =>
        organisation.dropPlannedHours.mutate({ key: desk.key, expectedVersion: desk.version, validFrom }),
      t('dropped'),
    )
  return (
    <Panel
      title={t('title')}
      actions={
        mayChange && (
          <Button variant="default" onClick={() => setSetting(true)}>
            {t('set')}
          </Button>
        )
      }
    >
      <p className={classes.dimmed}>{t('lead')}</p>
      {change.failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {change.failure}
        </Alert>
      )}
      <DataTable
        label={t('title')}
        rows={desk.hours}
        rowKey={({ validFrom }) => String(validFrom)}
        columns={[
          {
            key: 'from',
            header: t('from'),
            cell: ({ validFrom, calendar, state }) => (
              <>
                {validFrom <= 0
                  ? t('always')
                  : t.rich('since', { time: () => <Instant at={validFrom} zone={calendar.zone} /> })}
                {` · ${t(state)}`}
              </>
            ),
          },
          { key: 'week', header: t('week'), cell: ({ calendar }) => <Week calendar={calendar} /> },
          {
            key: 'exceptions',
            header: t('exceptions'),
            cell: ({ calendar }) => <Exceptions calendar={calendar} />,
          },
          {
            key: 'drop',
            header: t('drop'),
            cell: (hours) =>
              mayChange &&
              hours.state === 'planned' && (
                <Button variant="default" size="compact-xs" onClick={() => drop(hours)}>
                  {t('drop')}
                </Button>
              ),
          },
        ]}
      />
      {setting && <SetHoursForm desk={desk} onClose={() => setSetting(false)} />}
    </Panel>
  )
}

/** Days with the same windows in a row are told together. */
function Week({ calendar }: { readonly calendar: DeskCalendar }) {
  const t = useTranslations('organisation.hours')
  const runs: { first: (typeof weekdays)[number]; last: (typeof weekdays)[number]; windows: string }[] = []
  for (const day of weekdays) {
    const windows = writeWindows(calendar.weekly[day] ?? [])
    const run = runs.at(-1)
    if (run?.windows === windows) run.last = day
    else runs.push({ first: day, last: day, windows })
  }
  return (
    <>
      {runs.map(({ first, last, windows }) => (
        <div key={first}>
          {first === last ? t(`short.${first}`) : `${t(`short.${first}`)}–${t(`short.${last}`)}`}{' '}
          <span className="wa-number">{windows === '' ? t('closedDay') : windows}</span>
        </div>
      ))}
      <span className={classes.dimmed}>{calendar.zone}</span>
    </>
  )
}

function Exceptions({ calendar }: { readonly calendar: DeskCalendar }) {
  const t = useTranslations('organisation.hours')
  const { holidays, specialOpenings } = calendar
  if (holidays.length + specialOpenings.length === 0) return <>—</>
  return (
    <details>
      <summary>
        {t('holidayCount', { count: holidays.length })},{' '}
        {t('specialCount', { count: specialOpenings.length })}
      </summary>
      {holidays.map(({ date, name }) => (
        <div key={date}>
          <span className="wa-number">{date}</span> {name}
        </div>
      ))}
      {specialOpenings.map(({ date, name, windows }) => (
        <div key={date}>
          <span className="wa-number">
            {date} {writeWindows(windows)}
          </span>{' '}
          {name}
        </div>
      ))}
    </details>
  )
}
