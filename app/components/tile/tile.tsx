'use client'

import { VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { ReachedLink } from '@/app/components/reached-link.tsx'
import { PanelBoundary } from '@/app/components/states/panel-boundary.tsx'
import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import type { Verdict } from '@/domain/statistics/compare.ts'
import { DefinitionMark } from './definition-mark.tsx'
import classes from './tile.module.css'
import { Trend } from './trend.tsx'

/** One number and all that it takes to trust it; the whole tile leads to what is behind it. */
export function Tile(props: {
  readonly label: string
  /** Its definition mark; absent for numbers that are no metric. */
  readonly metric?: EveryMetricKey
  readonly href: string
  /** As written, in the reader's language. */
  readonly value: ReactNode
  /** Rests on fewer than 20 observations: written grey. */
  readonly few?: boolean
  /** The difference in words, and whether it is good or bad for this metric; null: nothing to compare with. */
  readonly difference?: { readonly text: string; readonly verdict: Verdict } | null
  /** What it rests on: "of 1,204 transactions". */
  readonly basis?: string
  readonly trend?: readonly { readonly value: number | null; readonly unfinished: boolean }[]
  /** Epoch ms. */
  readonly asOf: number
}) {
  const t = useTranslations('components.tile')
  return (
    <div className={classes.tile} data-testid="tile">
      <PanelBoundary what={props.label}>
        <div className={classes.label}>
          <ReachedLink href={props.href} className={classes.link}>
            {props.label}
          </ReachedLink>
          {props.metric !== undefined && <DefinitionMark metric={props.metric} of={props.label} />}
        </div>
        <div className={classes.middle}>
          <span className={classes.value} data-testid="value" data-few={props.few || undefined}>
            {props.value}
          </span>
          {props.trend !== undefined && <Trend points={props.trend} />}
        </div>
        {props.difference && (
          <p className={classes.difference} data-verdict={props.difference.verdict}>
            <VisuallyHidden>{t(`verdicts.${props.difference.verdict}`)}: </VisuallyHidden>
            {props.difference.text}
          </p>
        )}
        <p className={classes.small}>
          {props.basis !== undefined && <span>{props.basis} · </span>}
          {t.rich('asOf', { time: () => <Instant at={props.asOf} style="time" /> })}
        </p>
      </PanelBoundary>
    </div>
  )
}
