'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { FigureData } from '@/app/charts/figure-data.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from './figure.module.css'

/** The same figure as a table: everything that can be pressed in the drawing is a link here. */
export function FigureTable({ figure, label }: { readonly figure: FigureData; readonly label: string }) {
  const t = useTranslations('components.figure')
  const language = useLanguage()
  return (
    <div className={classes.tableScroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{figure.rowHeading}</th>
            {figure.columns.map((column) => (
              <th key={column.key} scope="col" data-align="end">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.title}
                {row.unfinished === true && <span className={classes.muted}> · {t('unfinished')}</span>}
              </th>
              {row.cells.map((cell, index) => {
                const column = figure.columns[index]
                if (column === undefined) return null
                const text = formatFigureValue(cell.value, column.unit, language)
                return (
                  <td key={column.key} data-align="end" className={cell.few ? classes.muted : undefined}>
                    {cell.href === null ? (
                      text
                    ) : (
                      <Link href={cell.href} prefetch={false}>
                        {text}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
