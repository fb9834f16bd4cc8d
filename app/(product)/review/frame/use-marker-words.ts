'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TimedMarker } from '@/app/components/figure/markers-context.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { incidentHref } from '@/app/thresholds/incident-href.ts'
import { scopeQuery } from '@/domain/metrics/scope.ts'
import { beforeAndAfter } from '@/domain/views/before-and-after.ts'
import type { ChartMarker } from '@/server/views/list-markers.ts'
import { useValueLabel } from '../use-value-label.ts'

/** What happened meanwhile in words, each with the way to it and to the page before and after it. */
export function useMarkerWords(markers: readonly ChartMarker[]): readonly TimedMarker[] {
  const t = useTranslations('review-frame.markers')
  const labelOf = useValueLabel()
  const path = usePathname()
  const { organisation } = useShell()
  const { scope } = useScope()
  const [now] = useState(() => Date.now())
  const zone = scope.zone ?? organisation.zone
  const wordsOf = (marker: ChartMarker): string => {
    switch (marker.kind) {
      case 'thresholds': {
        const rules = marker.rules.map((rule) => labelOf('rule', rule)).join(', ')
        return t(`kinds.${marker.what}`, { rules: rules === '' ? t('allRules') : rules })
      }
      case 'proposal':
        return t('proposal', { title: marker.title })
      case 'incident':
        return t('incident', { text: marker.text })
      case 'own':
      case 'team':
        return marker.text
      default:
        return marker satisfies never
    }
  }
  return markers.map((marker) => {
    const compared = beforeAndAfter(marker.at, { now, zone })
    return {
      id: marker.id,
      at: marker.at,
      label: wordsOf(marker),
      href: hrefOf(marker),
      compareHref:
        compared === null ? null : `${path}?${scopeQuery({ ...scope, ...compared, completeOnly: false })}`,
    }
  })
}

function hrefOf(marker: ChartMarker): string | null {
  if (marker.kind === 'proposal') return `/effects/${marker.id}`
  if (marker.kind !== 'thresholds') return null
  return marker.subject === 'ruleSetVersion'
    ? `/thresholds/${marker.subjectId}`
    : incidentHref(marker.subjectId)
}
