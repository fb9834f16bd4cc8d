'use client'

import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import classes from './cases.module.css'
import { useNow } from './use-now.ts'
import type { Spoken } from './use-spoken.ts'

/** Says which stretches of the case the figure that led here speaks of, and how long they took. */
export function SpokenNote({ spoken }: { readonly spoken: Spoken }) {
  const t = useTranslations('cases.spoken')
  const language = useLanguage()
  const now = useNow()
  const { name } = careMetrics[spoken.metric]
  return (
    <div role="note" className={classes.spokenNote}>
      <strong>{t('about', { figure: name[language] })}</strong>
      {spoken.spans.length === 0 && <p>{t('none')}</p>}
      {spoken.spans.map(({ from, to }) => (
        <p key={from}>
          <Instant at={from} />
          {to !== from && (
            <>
              {' – '}
              {to === null ? t('running') : <Instant at={to} />}
              {' · '}
              <Duration ms={(to ?? now) - from} />
            </>
          )}
        </p>
      ))}
    </div>
  )
}
