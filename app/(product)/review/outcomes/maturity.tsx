'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatInstant } from '@/domain/format/format-instant.ts'
import type { ScopeTexts } from '@/domain/metrics/scope.ts'
import classes from './outcomes.module.css'

/** How outcomes are known and whether they can still change. */
export function Maturity({ texts, zone }: { readonly texts: ScopeTexts; readonly zone: string }) {
  const t = useTranslations('review-outcomes.maturity')
  const language = useLanguage()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.analytics.maturity.queryOptions({ scope: texts }))
  if (data === undefined) return null
  const until = formatInstant(data.maturesAt, zone, language, 'date')
  return (
    <p className={classes.maturity}>
      {t('cohort')} {data.pending === 0 ? t('settled') : t('pending', { count: data.pending, until })}
      {data.inferred > 0 && <strong> {t('inferred', { count: data.inferred })}</strong>}
      {data.changed > 0 && <span> {t('changed', { count: data.changed })}</span>}
      {data.sampled > 0 && <span> {t('sampled', { count: data.sampled })}</span>}
    </p>
  )
}
