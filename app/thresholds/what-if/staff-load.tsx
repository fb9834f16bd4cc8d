'use client'

import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import { weighCapacity } from '@/domain/what-if/weigh-capacity.ts'
import type { WhatIfResult } from '@/domain/what-if/what-if-result.ts'
import { writeHours } from './write-hours.ts'
import classes from './what-if.module.css'

/** Questions against the people on shift; how long a question takes can be changed here. */
export function StaffLoad({ result }: { readonly result: WhatIfResult }) {
  const t = useTranslations('what-if')
  const language = useLanguage()
  const trpc = useTRPC()
  const capacity = useQuery(trpc.whatIf.capacity.queryOptions(undefined, { staleTime: 300_000 }))
  const [minutes, setMinutes] = useState<number | null>(null)
  return (
    <section aria-label={t('staff.title')}>
      <h3>{t('staff.title')}</h3>
      <Answered query={capacity} what={t('staff.title')} height={80}>
        {({ people, minutesPerQuestion, measured }) => {
          const taken = minutes ?? minutesPerQuestion
          const sides = (['base', 'draft'] as const).map((key) => {
            const { hourOccurrences } = result
            const load = weighCapacity(
              { byHourOfWeek: result[key].byHourOfWeek, hourOccurrences },
              { people, minutesPerQuestion: taken },
            )
            const needed = formatNumber(load.minutesNeeded / 60, language, 1)
            // Without a shift anywhere every hour would be too much, which says nothing.
            if (load.minutesAvailable === 0) return <p key={key}>{t(`staff.${key}Alone`, { needed })}</p>
            const words = t(`staff.${key}`, {
              needed,
              available: formatNumber(load.minutesAvailable / 60, language, 0),
            })
            const over =
              load.hoursOver.length === 0
                ? t('staff.fits')
                : t('staff.over', {
                    count: load.hoursOver.length,
                    hours: writeHours(load.hoursOver, language),
                  })
            return (
              <p key={key}>
                {words} {over}
              </p>
            )
          })
          return (
            <>
              <div className={classes.fields}>
                <NumberInput
                  label={t('staff.minutes')}
                  description={measured ? t('staff.measured') : t('staff.assumed')}
                  value={Math.round(taken * 10) / 10}
                  min={0.5}
                  max={240}
                  step={0.5}
                  onChange={(value) => setMinutes(typeof value === 'number' && value > 0 ? value : null)}
                />
              </div>
              {sides}
              {people.every((count) => count === 0) && <p className={classes.quiet}>{t('staff.nobody')}</p>}
            </>
          )
        }}
      </Answered>
    </section>
  )
}
