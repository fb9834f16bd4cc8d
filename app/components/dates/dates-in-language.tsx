'use client'

import { DatesProvider } from '@mantine/dates'
import 'dayjs/locale/pl'
import 'dayjs/locale/ru'
import type { ReactNode } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'

/** Calendars inside speak the person's language; weeks begin on Monday. */
export function DatesInLanguage({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      {children}
    </DatesProvider>
  )
}
