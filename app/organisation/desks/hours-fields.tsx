'use client'

import { Alert, Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type HoursProblem, type HoursText, writeHoursText } from '@/domain/desks/hours-text.ts'
import { alwaysOpen, type DeskCalendar, weekdays } from '@/domain/time/calendar.ts'
import classes from '../organisation.module.css'

const office: DeskCalendar = {
  zone: 'UTC',
  weekly: Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, [{ opens: '09:00', closes: '17:00' }]])),
  holidays: [],
  specialOpenings: [],
}

/** The hours that a new desk is proposed. */
export const officeHours = (zone: string): HoursText => ({ ...writeHoursText(office), zone })

/** Opening hours as text: windows by weekday, holidays, and days with their own hours. */
export function HoursFields(props: {
  readonly text: HoursText
  readonly problems: readonly HoursProblem[]
  readonly onChange: (change: Partial<HoursText>) => void
}) {
  const t = useTranslations('organisation')
  const { text, onChange } = props
  const zones = useMemo(
    () => [...new Set(['UTC', text.zone, ...Intl.supportedValuesOf('timeZone')])],
    [text.zone],
  )
  const errorOf = (field: HoursProblem['field']) => {
    const problem = props.problems.find((one) => one.field === field)
    return problem && t(`hours.problem.${problem.code}`, { text: problem.text })
  }
  return (
    <>
      <Select
        label={t('desks.zone')}
        data={zones}
        value={text.zone}
        onChange={(zone) => zone !== null && onChange({ zone })}
        error={errorOf('zone')}
        searchable
        allowDeselect={false}
        required
      />
      <Group gap="xs">
        <Button variant="default" onClick={() => onChange({ weekly: writeHoursText(office).weekly })}>
          {t('hours.office')}
        </Button>
        <Button variant="default" onClick={() => onChange({ weekly: writeHoursText(alwaysOpen).weekly })}>
          {t('hours.roundTheClock')}
        </Button>
      </Group>
      <p className={classes.dimmed}>{t('hours.windowsText')}</p>
      <div className={classes.days}>
        {weekdays.map((day) => (
          <TextInput
            key={day}
            label={t(`hours.day.${day}`)}
            value={text.weekly[day]}
            onChange={(event) => onChange({ weekly: { ...text.weekly, [day]: event.currentTarget.value } })}
            placeholder={t('hours.closedDay')}
            error={errorOf(day)}
          />
        ))}
      </div>
      <div className={classes.days}>
        <Textarea
          label={t('hours.holidays')}
          description={t('hours.holidaysText')}
          value={text.holidays}
          onChange={(event) => onChange({ holidays: event.currentTarget.value })}
          error={errorOf('holidays')}
          autosize
          minRows={3}
          maxRows={12}
        />
        <Textarea
          label={t('hours.special')}
          description={t('hours.specialText')}
          value={text.specialOpenings}
          onChange={(event) => onChange({ specialOpenings: event.currentTarget.value })}
          error={errorOf('specialOpenings')}
          autosize
          minRows={3}
          maxRows={12}
        />
      </div>
      {props.problems.length > 0 && (
        <Alert color="red" role="alert" variant="light">
          {t(`hours.problem.${props.problems[0]!.code}`, { text: props.problems[0]!.text })}
        </Alert>
      )}
    </>
  )
}
