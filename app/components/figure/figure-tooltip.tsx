'use client'

import { useTranslations } from 'next-intl'
import type { FigureData } from '@/app/charts/figure-data.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from './figure.module.css'

/** Everything known of one row: each column's value, the comparison with its date, and whether it can still grow. */
export function FigureTooltip({ figure, rowKey }: { readonly figure: FigureData; readonly rowKey: string }) {
  const t = useTranslations('components.figure')
  const language = useLanguage()
  const row = figure.rows.find(({ key }) => key === rowKey)
  if (row === undefined) return null
  return (
    <div className={classes.tooltip}>
      <strong>{row.title}</strong>
      {row.unfinished === true && <span className={classes.muted}> · {t('unfinished')}</span>}
      {figure.columns.map((column, index) => {
        const cell = row.cells[index]
        return (
          <div key={column.key} className={classes.tooltipRow}>
            <span>
              {column.label}
              {cell?.note !== undefined && <span className={classes.muted}> ({cell.note})</span>}
            </span>
            <span className="wa-number">{formatFigureValue(cell?.value ?? null, column.unit, language)}</span>
          </div>
        )
      })}
    </div>
  )
}
