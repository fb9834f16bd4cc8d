'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDates, formatZone } from '@/domain/format/format-instant.ts'
import { describeFilters } from '@/domain/metrics/describe-filters.ts'
import { filterDimensionKeys } from '@/domain/metrics/dimensions.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { comparisonPeriod } from '@/domain/time/comparison-period.ts'
import { periodDates, type PeriodContext } from '@/domain/time/resolve-period.ts'
import classes from './scope.module.css'
import type { ValueLabel } from './value-label.ts'

/** What the page looks at in one line, on paper only, where no control says it. */
export function PrintedScope(props: {
  readonly scope: Scope
  readonly context: PeriodContext
  readonly labelOf: ValueLabel
}) {
  const t = useTranslations('components.scope')
  const language = useLanguage()
  const { scope, context, labelOf } = props
  const { period, compare } = scope
  const parts =
    period.kind === 'all'
      ? [t('all')]
      : [
          datesText(periodDates(period, context), language),
          ...(compare === null ? [] : [t('compare.with', { what: againstText(scope, context, language) })]),
        ]
  const filters = describeFilters(scope.filters, language, (dimension, value) => {
    const known = filterDimensionKeys.find((key) => key === dimension)
    return known === undefined ? value : labelOf(known, value)
  })
  return (
    <p className={classes.printed}>
      {[...parts, filters, formatZone(context.zone, context.now)].filter((part) => part !== '').join(' · ')}
    </p>
  )
}

type Language = Parameters<typeof formatDates>[2]

function datesText({ first, last }: ReturnType<typeof periodDates>, language: Language): string {
  return formatDates(first.toString(), last.toString(), language)
}

function againstText({ compare, period }: Scope, context: PeriodContext, language: Language): string {
  const earlier = compare === null ? null : comparisonPeriod(compare, period, context)
  return earlier === null ? '' : formatDates(earlier.firstDate, earlier.lastDate, language)
}
