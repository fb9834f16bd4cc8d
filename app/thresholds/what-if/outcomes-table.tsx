'use client'

import { useTranslations } from 'next-intl'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { Money } from '@/app/components/money.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import { rateOf } from '@/domain/statistics/rate.ts'
import { answers } from '@/domain/what-if/tail-chunk.ts'
import type { MoneyByCurrency, Outcomes, WhatIfResult } from '@/domain/what-if/what-if-result.ts'
import classes from './what-if.module.css'

interface Cell {
  readonly transactions: number
  readonly amount: MoneyByCurrency
}

/** What came of the purchases: of those newly asked, no longer asked, and asked by either version. */
export function OutcomesTable({ result }: { readonly result: WhatIfResult }) {
  const t = useTranslations('what-if')
  const language = useLanguage()
  const sides = {
    gained: result.gained,
    lost: result.lost,
    base: result.base.outcomes,
    draft: result.draft.outcomes,
  }
  const rows = [
    ...answers.map((answer) => ({
      key: answer as string,
      label: t(`answers.${answer}`),
      of: (side: Outcomes): Cell => side.by[answer],
    })),
    { key: 'all', label: t('answers.all'), of: (side: Outcomes): Cell => side.all },
    { key: 'takenBack', label: t('takenBack'), of: (side: Outcomes): Cell => side.takenBack },
  ]
  const column = (key: keyof typeof sides) => ({
    key,
    header: t(`sides.${key}`),
    align: 'end' as const,
    cell: (row: (typeof rows)[number]) => {
      const { transactions, amount } = row.of(sides[key])
      // One element: on a phone a cell's children stand side by side.
      return (
        <span>
          <Count value={transactions} />
          {Object.entries(amount).map(([currency, minor]) => (
            <span key={currency} className={classes.money}>
              <Money amountMinor={minor} currency={currency} />
            </span>
          ))}
        </span>
      )
    },
  })
  const precision = (['base', 'draft'] as const).map((key) => {
    const { by } = sides[key]
    const caught = by.mistake.transactions + by.fraud.transactions
    const { value, low, high, denominator, footing } = rateOf(caught, caught + by.intended.transactions)
    if (value === null || low === null || high === null) return t(`precision.${key}None`)
    if (footing === 'tooFew') return t(`precision.${key}Counts`, { caught, count: denominator })
    return t(`precision.${key}`, {
      share: formatPercent(value, language),
      low: formatPercent(low, language),
      high: formatPercent(high, language),
      count: denominator,
    })
  })
  return (
    <>
      <DataTable
        label={t('outcomes.title')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'answer', header: t('outcomes.answer'), cell: ({ label }) => label },
          column('gained'),
          column('lost'),
          column('base'),
          column('draft'),
        ]}
      />
      <p className={classes.quiet}>{precision.join(' ')}</p>
    </>
  )
}
