'use client'

import { ActionIcon, Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateRange } from '@/app/components/dates/date-range.tsx'
import { Icon } from '@/app/components/line-icon.tsx'
import { Hint } from '@/app/components/overlay/hint.tsx'
import { PopoverButton } from '@/app/components/overlay/popover-button.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import { datesPeriod, type PeriodSpec } from '@/domain/time/period.ts'
import { periodDates, type PeriodContext } from '@/domain/time/resolve-period.ts'
import { shiftPeriod } from '@/domain/time/shift-period.ts'
import { isSamePeriod, presetGroups } from './period-choices.ts'
import classes from './scope.module.css'

/** Which dates: presets, an own range, or a step earlier or later. The dates are always printed. */
export function PeriodPicker(props: {
  readonly period: PeriodSpec
  readonly context: PeriodContext
  readonly onChange: (period: PeriodSpec) => void
}) {
  const t = useTranslations('components.scope')
  const language = useLanguage()
  const { period, context } = props
  const dates = datesOf(period, context)
  const printed = dates === null ? null : formatDates(dates.first, dates.last, language)
  return (
    <div className={classes.period}>
      <Step period={period} step={-1} context={context} onChange={props.onChange} />
      <PopoverButton
        className={classes.picker}
        button={
          <Button
            variant="default"
            aria-label={t('periodLabel', {
              period: [nameOf(period, t), printed].filter((part) => part !== null).join(' '),
            })}
            leftSection={<Icon name="calendar" size={14} />}
          >
            {nameOf(period, t)} {printed !== null && <span className={classes.dates}>{printed}</span>}
          </Button>
        }
      >
        {(close) => (
          <PeriodChoices
            {...props}
            dates={dates}
            onChoose={(next) => {
              close()
              props.onChange(next)
            }}
          />
        )}
      </PopoverButton>
      <Step period={period} step={1} context={context} onChange={props.onChange} />
    </div>
  )
}

/** Presets and an own range. */
function PeriodChoices(props: {
  readonly period: PeriodSpec
  readonly dates: { readonly first: string; readonly last: string } | null
  readonly onChoose: (period: PeriodSpec) => void
}) {
  const t = useTranslations('components.scope')
  const { period, dates } = props
  return (
    <>
      <div className={classes.presets}>
        {presetGroups.map((group) => (
          <div key={group[0]} className={classes.presetGroup}>
            {group.map((preset) => {
              const spec = { kind: 'preset', preset } as const
              return (
                <Button
                  key={preset}
                  size="compact-sm"
                  variant={isSamePeriod(spec, period) ? 'light' : 'subtle'}
                  color={isSamePeriod(spec, period) ? undefined : 'gray'}
                  aria-pressed={isSamePeriod(spec, period)}
                  onClick={() => props.onChoose(spec)}
                >
                  {t(`presets.${preset}`)}
                </Button>
              )
            })}
          </div>
        ))}
        <div className={classes.presetGroup}>
          <Button
            size="compact-sm"
            variant={period.kind === 'all' ? 'light' : 'subtle'}
            color={period.kind === 'all' ? undefined : 'gray'}
            aria-pressed={period.kind === 'all'}
            onClick={() => props.onChoose({ kind: 'all' })}
          >
            {t('all')}
          </Button>
        </div>
      </div>
      <OwnRange key={`${dates?.first}..${dates?.last}`} dates={dates} onChoose={props.onChoose} />
    </>
  )
}

function OwnRange(props: {
  readonly dates: { readonly first: string; readonly last: string } | null
  readonly onChoose: (period: PeriodSpec) => void
}) {
  const t = useTranslations('components.scope')
  const [range, setRange] = useState<[string | null, string | null]>([
    props.dates?.first ?? null,
    props.dates?.last ?? null,
  ])
  return (
    <DateRange
      value={range}
      defaultDate={props.dates?.last}
      aria-label={t('ownRange')}
      ariaLabels={{
        previousMonth: t('calendar.previousMonth'),
        nextMonth: t('calendar.nextMonth'),
        previousYear: t('calendar.previousYear'),
        nextYear: t('calendar.nextYear'),
        previousDecade: t('calendar.previousDecade'),
        nextDecade: t('calendar.nextDecade'),
        monthLevelControl: t('calendar.chooseMonth'),
        yearLevelControl: t('calendar.chooseYear'),
      }}
      onChange={([first, last]) => {
        setRange([first, last])
        if (first !== null && last !== null) props.onChoose(datesPeriod(first, last))
      }}
    />
  )
}

function Step(props: {
  readonly period: PeriodSpec
  readonly step: -1 | 1
  readonly context: PeriodContext
  readonly onChange: (period: PeriodSpec) => void
}) {
  const t = useTranslations('components.scope')
  const next = shiftPeriod(props.period, props.step, props.context)
  const label = props.step === -1 ? t('earlier') : t('later')
  return (
    <Hint label={label}>
      <ActionIcon
        size={30}
        variant="default"
        aria-label={label}
        disabled={next === null}
        onClick={() => next !== null && props.onChange(next)}
      >
        <Icon name={props.step === -1 ? 'left' : 'right'} size={14} />
      </ActionIcon>
    </Hint>
  )
}

function nameOf(period: PeriodSpec, t: (key: string) => string): string {
  switch (period.kind) {
    case 'preset':
      return t(`presets.${period.preset}`)
    case 'all':
      return t('all')
    case 'calendar':
      return t(`units.${period.unit}`)
    case 'own':
      return t('ownRange')
    default:
      return period satisfies never
  }
}

/** null for `all`, whose dates only the server knows. */
function datesOf(period: PeriodSpec, context: PeriodContext): { first: string; last: string } | null {
  if (period.kind === 'all') return null
  const { first, last } = periodDates(period, context)
  return { first: first.toString(), last: last.toString() }
}
