'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** The lines of the basket with what is usual of each; those that the question is about stand out. */
export function BasketLines(props: {
  readonly data: Pick<AlertData, 'lines' | 'usual' | 'transaction' | 'zone'>
  /** The lines that a rule is about. */
  readonly asked: ReadonlySet<number | null>
}) {
  const { data, asked } = props
  const t = useTranslations('alerts.page')
  const language = useLanguage()
  const usual = new Map(data.usual?.quantities.map((item) => [item.sku, item]))
  // Lines that the question is about come first: a basket can have hundreds.
  const lines = data.lines.toSorted(
    (left, right) =>
      Number(asked.has(right.lineNo)) - Number(asked.has(left.lineNo)) || left.lineNo - right.lineNo,
  )
  return (
    <DataTable
      label={t('lines')}
      rows={lines}
      rowKey={({ lineNo }) => String(lineNo)}
      columns={[
        {
          key: 'line',
          header: t('lineColumns.line'),
          cell: ({ lineNo }) =>
            asked.has(lineNo) ? (
              <mark className={classes.hit}>
                {lineNo} · {t('hitLine')}
              </mark>
            ) : (
              lineNo
            ),
        },
        {
          key: 'item',
          header: t('lineColumns.item'),
          cell: ({ name, sku, size, takenBackAt }) => (
            <>
              {name ?? sku}
              {size !== null && ` · ${size}`}
              {takenBackAt !== null && (
                <span className={classes.quiet}>
                  {' '}
                  {t.rich('takenBack', { time: () => <Instant at={takenBackAt} zone={data.zone} /> })}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'quantity',
          header: t('lineColumns.quantity'),
          align: 'end',
          cell: ({ quantity }) => formatNumber(quantity, language, 3),
        },
        {
          key: 'usual',
          header: t('lineColumns.usual'),
          align: 'end',
          cell: ({ sku }) => {
            const item = usual.get(sku)
            if (data.usual === null) return '—'
            if (item === undefined) return <span className={classes.quiet}>{t('never')}</span>
            return t('usualOf', {
              quantity: formatNumber(item.medianQuantity, language, 1),
              count: item.purchases,
            })
          },
        },
        {
          key: 'amount',
          header: t('lineColumns.amount'),
          align: 'end',
          cell: ({ amountMinor }) => <Money amountMinor={amountMinor} currency={data.transaction.currency} />,
        },
      ]}
    />
  )
}
