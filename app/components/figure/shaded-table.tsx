'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import type { HeatmapFigure, PairsFigure } from '@/app/charts/figure-data.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import classes from './figure.module.css'

/** A real table whose cells are shaded by their value: hour of the week, or things that come together. */
export function ShadedTable({
  figure,
  label,
}: {
  readonly figure: HeatmapFigure | PairsFigure
  readonly label: string
}) {
  const t = useTranslations('components.figure')
  const language = useLanguage()
  const largest = Math.max(
    0,
    ...figure.rows.flatMap((row, y) =>
      row.cells.map(({ value }, x) => (figure.kind === 'pairs' && x === y ? 0 : (value ?? 0))),
    ),
  )
  return (
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.shaded} data-kind={figure.kind}>
        <thead>
          <tr>
            <th scope="col">{figure.rowHeading}</th>
            {figure.columns.map((column) => (
              <th key={column.key} scope="col" title={column.label}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row, y) => (
            <tr key={row.key}>
              <th scope="row" title={row.title}>
                {row.label}
              </th>
              {row.cells.map((cell, x) => {
                const column = figure.columns[x]
                const short = shortValue(cell.value, language)
                const full = formatNumber(cell.value, language, 2)
                const place = `${row.title}, ${column?.label ?? ''}`
                // What is seen comes first, so that whoever says it aloud reaches the link.
                const name = `${place}: ${short === full ? full : `${short} (${full})`}`
                const isItself = figure.kind === 'pairs' && x === y
                return (
                  <td
                    key={column?.key ?? x}
                    className={classes.cell}
                    data-itself={isItself || undefined}
                    style={
                      {
                        '--share': isItself || largest === 0 ? 0 : (cell.value ?? 0) / largest,
                      } as CSSProperties
                    }
                    title={cell.value === null ? t('didNotOccur') : `${place}: ${full}`}
                  >
                    {cell.href === null ? (
                      <span>{short}</span>
                    ) : (
                      <Link href={cell.href} aria-label={name} prefetch={false}>
                        {short}
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

/** Three characters fit a cell; the title says the number in full. Zero is a dot, so that the eye finds the rest. */
function shortValue(value: number | null, language: 'en' | 'pl' | 'ru'): string {
  if (value === null) return '—'
  if (value === 0) return '·'
  return formatNumber(value, language, value >= 10 ? 0 : value >= 0.1 ? 1 : 2)
}
