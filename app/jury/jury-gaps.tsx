'use client'

import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'

/** Warns in Settings, before anybody waits: whose proposals or appeals nobody could decide as people and desks are now. */
export function JuryGaps() {
  const t = useTranslations('jury.gaps')
  const language = useLanguage()
  const trpc = useTRPC()
  const { data: gaps = [] } = useQuery(trpc.jury.gaps.queryOptions())
  if (gaps.length === 0) return null
  const namesOf = (gap: 'decision' | 'appeal') =>
    gaps.filter((one) => one.gap === gap).map(({ name }) => name?.[language] ?? t('noDesk'))
  const lists = new Intl.ListFormat(language)
  return (
    <Alert color="yellow" variant="light" role="status" mb="md">
      {(['decision', 'appeal'] as const)
        .map((gap) => ({ gap, names: namesOf(gap) }))
        .filter(({ names }) => names.length > 0)
        .map(({ gap, names }) => (
          <div key={gap}>{t(gap, { desks: lists.format(names) })}</div>
        ))}
    </Alert>
  )
}
