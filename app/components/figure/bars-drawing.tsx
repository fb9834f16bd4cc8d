'use client'

import Link from 'next/link'
import type { BarsFigure } from '@/app/charts/figure-data.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from './figure.module.css'

/**
 * Horizontal bars with their names in full. They are a list of links in the page's own text, so that each is reachable by
 * keyboard and readable at any width; the comparison is a tick on the same scale.
 */
export function BarsDrawing({ figure }: { readonly figure: BarsFigure }) {
  const language = useLanguage()
  const unit = figure.columns[0]?.unit ?? { kind: 'count' }
  const largest = Math.max(0, ...figure.rows.flatMap((row) => row.cells.map(({ value }) => value ?? 0)))
  const widthOf = (value: number | null) =>
    largest === 0 || value === null ? '0%' : `${(100 * value) / largest}%`
  return (
    <ul className={classes.bars}>
      {figure.rows.map((row) => {
        const [cell, earlier] = row.cells
        const content = (
          <>
            <span className={classes.barLabel}>{row.label}</span>
            <span className={classes.barTrack}>
              <span className={classes.bar} style={{ width: widthOf(cell?.value ?? null) }} />
              {earlier !== undefined && earlier.value !== null && (
                <span className={classes.barTick} style={{ insetInlineStart: widthOf(earlier.value) }} />
              )}
            </span>
            <span className={classes.barValue}>{formatFigureValue(cell?.value ?? null, unit, language)}</span>
          </>
        )
        return (
          <li key={row.key}>
            {cell?.href ? (
              <Link href={cell.href} className={classes.barRow} prefetch={false}>
                {content}
              </Link>
            ) : (
              <span className={classes.barRow}>{content}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
