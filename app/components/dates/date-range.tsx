'use client'

import dynamic from 'next/dynamic'

/** Calendars are large and most visits open none: their code comes when one is first shown. */
export const DateRange = dynamic(
  () => import('./date-range-calendar.tsx').then(({ DateRangeCalendar }) => DateRangeCalendar),
  { ssr: false, loading: () => <div style={{ minHeight: 220, minWidth: 210 }} /> },
)
