'use client'

import { useTranslations } from 'next-intl'
import { prepareCoOccurrence } from '@/app/charts/prepare-co-occurrence.ts'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { Figure } from '@/app/components/figure/figure.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import type { RuleSet } from '@/domain/screening/rule.ts'
import { rateOf } from '@/domain/statistics/rate.ts'
import type { RuleResult, WhatIfResult } from '@/domain/what-if/what-if-result.ts'

/** What each rule asks, alone and beside others, and how often it was worth it. */
export function RulesResult(props: { readonly result: WhatIfResult; readonly draft: RuleSet }) {
  const { result, draft } = props
  const t = useTranslations('what-if')
  const language = useLanguage()
  const nameOf = new Map(draft.rules.map(({ key, name }) => [key, name[language]]))
  const before = new Map(result.base.rules.map((rule) => [rule.rule, rule]))
  const firing = result.draft.rules.filter(({ asked }) => asked > 0)
  const precision = ({ by }: RuleResult) => {
    const caught = by.mistake + by.fraud
    const { value, low, high, denominator, footing } = rateOf(caught, caught + by.intended)
    if (value === null || low === null || high === null) return '—'
    if (footing === 'tooFew') return t('rules.counts', { caught, count: denominator })
    return t('rules.precision', {
      caught,
      count: denominator,
      share: formatPercent(value, language),
      low: formatPercent(low, language),
      high: formatPercent(high, language),
    })
  }
  const labels = new Map(firing.map(({ rule }) => [rule, nameOf.get(rule) ?? rule]))
  const pairs = result.draft.rules.flatMap((left, l) =>
    result.draft.rules.flatMap((right, r) =>
      r >= l && left.asked > 0 && right.asked > 0
        ? [{ left: left.rule, right: right.rule, count: result.overlap[l]?.[r] ?? 0 }]
        : [],
    ),
  )
  return (
    <section aria-label={t('rules.title')}>
      <h3>{t('rules.title')}</h3>
      <DataTable
        label={t('rules.title')}
        rows={result.draft.rules}
        rowKey={({ rule }) => rule}
        columns={[
          { key: 'rule', header: t('rule'), cell: ({ rule }) => nameOf.get(rule) ?? rule },
          {
            key: 'base',
            header: t('sides.base'),
            align: 'end',
            cell: ({ rule }) => <Count value={before.get(rule)?.asked ?? null} />,
          },
          {
            key: 'draft',
            header: t('sides.draft'),
            align: 'end',
            cell: ({ asked }) => <Count value={asked} />,
          },
          {
            key: 'alone',
            header: t('rules.alone'),
            align: 'end',
            cell: ({ alone }) => <Count value={alone} />,
          },
          { key: 'precision', header: t('rules.worth'), align: 'end', cell: precision },
          {
            key: 'takenBack',
            header: t('takenBack'),
            align: 'end',
            cell: ({ takenBack }) => <Count value={takenBack} />,
          },
        ]}
      />
      {labels.size > 1 && (
        <Figure
          title={t('rules.together')}
          fileName="what-if-rules"
          figure={prepareCoOccurrence({ rowHeading: t('rule'), language, labels, pairs, hrefOf: () => null })}
        />
      )}
    </section>
  )
}
