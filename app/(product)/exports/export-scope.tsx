'use client'

import { Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useConditionWords } from '@/app/(product)/review/use-condition-words.ts'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import { periodContextOf } from '@/domain/metrics/resolve-scope.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { periodDates } from '@/domain/time/resolve-period.ts'
import { scopeOfQuery } from '@/domain/views/view-query.ts'
import type { ExportRow } from './describe-export.ts'

/** Which dates and filters a file holds, as they were when it was asked for. */
export function ExportScope({ row: { question, createdAt } }: { readonly row: ExportRow }) {
  const conditionsOf = useConditionWords()
  const scope = scopeOfQuery(question.query)
  const filters = conditionsOf(question.of === 'care' ? question.metric : 'alert-volume', scope.filters)
  const dates = useDates(scope, createdAt)
  return (
    <Text size="xs" c="dimmed">
      {[dates, filters].filter((part) => part !== '').join(' · ')}
    </Text>
  )
}

function useDates(scope: Scope, now: number): string {
  const t = useTranslations('components.scope')
  const language = useLanguage()
  const { organisation } = useShell()
  const { period } = scope
  if (period.kind === 'all') return t('all')
  const whole = { zone: scope.zone ?? organisation.zone, now }
  const { first, last } = periodDates(period, periodContextOf(scope, whole))
  return formatDates(first.toString(), last.toString(), language)
}
