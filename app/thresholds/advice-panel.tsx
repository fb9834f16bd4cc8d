'use client'

import { useTranslations } from 'next-intl'
import { Panel } from '@/app/components/panel.tsx'
import { keptAdviceSchema } from '@/domain/thresholds/kept-advice.ts'
import type { VersionData } from './version-data.ts'
import { AdviceWords } from './what-if/advice-words.tsx'

/** The advisor's explanation of a draft that was made from its advice; it stays with the version. */
export function AdvicePanel({ version }: { readonly version: VersionData }) {
  const t = useTranslations('thresholds')
  const kept = keptAdviceSchema.safeParse(version.events.find(({ type }) => type === 'drafted')?.facts.advice)
  if (!kept.success) return null
  const { request, point, ...advice } = kept.data
  return (
    <Panel title={t('fromAdvisor')}>
      <AdviceWords advice={advice} point={point} request={request} />
    </Panel>
  )
}
