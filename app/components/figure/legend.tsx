'use client'

import { useId } from 'react'
import type { FigureColumn } from '@/app/charts/figure-data.ts'
import classes from './figure.module.css'
import { lookColour, lookFill, LookPatterns } from './look-paint.tsx'

/** What each colour and pattern stands for; nothing when there is only one thing. */
export function Legend({
  columns,
  lines,
}: {
  readonly columns: readonly FigureColumn[]
  readonly lines: boolean
}) {
  const id = useId()
  if (columns.length < 2) return null
  return (
    <ul className={classes.legend}>
      {columns.map(({ key, label, look }) => (
        <li key={key}>
          <svg width={14} height={10} aria-hidden>
            <LookPatterns id={id} looks={[look]} />
            {lines || look === 'earlier' ? (
              <path
                d="M0 5h14"
                stroke={lookColour(look)}
                strokeWidth={2}
                strokeDasharray={look === 'earlier' ? '3 2' : undefined}
              />
            ) : (
              <rect width={14} height={10} fill={lookFill(id, look)} stroke={lookColour(look)} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
