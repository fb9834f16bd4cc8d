'use client'

import { DatePicker } from '@mantine/dates'
import type { ComponentProps } from 'react'
import { DatesInLanguage } from './dates-in-language.tsx'

type DateRangeCalendarProps = Pick<
  ComponentProps<typeof DatePicker<'range'>>,
  'value' | 'defaultDate' | 'onChange' | 'aria-label' | 'ariaLabels'
>

/** A month in which two dates are chosen; both may be the same. Loaded by `DateRange` when it is first shown. */
export function DateRangeCalendar(props: DateRangeCalendarProps) {
  return (
    <DatesInLanguage>
      <DatePicker type="range" allowSingleDateInRange size="xs" {...props} />
    </DatesInLanguage>
  )
}
