'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatCompact, formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import { signals } from '@/domain/screening/signals.ts'
import { amountDigits } from './amount-digits.ts'
import type { SignalDistribution } from './version-data.ts'
import classes from './thresholds.module.css'
import { writeThreshold } from './write-threshold.ts'

const width = 720
const height = 132
const base = 112

/** Where the scale is written under the drawing, as parts of its width. */
const ticks = [0, 0.25, 0.5, 0.75, 1]

/**
 * A signal's readings by strength, drawn so that the rare end can be read (heights grow with the logarithm), with the threshold as a handle:
 * drag it, or use the arrow keys. `null`: the rule does not fire; the first key or drag gives it a threshold.
 */
export function SignalChart(props: {
  readonly distribution: SignalDistribution
  readonly label: string
  readonly value: number | null
  /** What the active version has there, drawn thin beside it. */
  readonly activeValue: number | null
  readonly currency: string | null
  readonly onMove: ((value: number) => void) | null
}) {
  const { distribution, value, activeValue, onMove } = props
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const svg = useRef<SVGSVGElement>(null)
  const { bounds, counts, floorStep, signal } = distribution
  const last = Math.max(
    floorStep + 1,
    counts.findLastIndex((count) => count > 0),
    value === null ? 0 : stepAt(bounds, value),
    activeValue === null ? 0 : stepAt(bounds, activeValue),
  )
  const end = Math.min(bounds.length, last + 3)
  const x = (step: number) => (step / end) * width
  const highest = Math.log1p(Math.max(1, ...counts))
  const step = value === null ? null : stepAt(bounds, value)
  const beyond = step === null ? 0 : counts.slice(step).reduce((sum, count) => sum + count, 0)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const words = (of: number | null) =>
    writeThreshold(of, signal, { language, currency: props.currency, words: t as never })
  const digits = amountDigits(props.currency)
  const isAnyMoney = signals[signal].unit === 'minorUnits' && props.currency === null
  const short = (of: number) =>
    formatCompact(signals[signal].unit === 'minorUnits' ? of / 10 ** digits : of, language)
  const moveTo = (next: number) => {
    const kept = Math.min(bounds.length - 1, Math.max(floorStep, next))
    if (bounds[kept] !== value) onMove?.(bounds[kept]!)
  }
  const onPointer = (event: PointerEvent<Element>) => {
    if (onMove === null || (event.type === 'pointermove' && event.buttons === 0)) return
    const box = svg.current!.getBoundingClientRect()
    event.currentTarget.setPointerCapture(event.pointerId)
    moveTo(Math.round(((event.clientX - box.left) / box.width) * end))
  }
  const onKey = (event: KeyboardEvent) => {
    const from = step ?? end - 1
    const to: Readonly<Record<string, number>> = {
      ...{ ArrowRight: from + 1, ArrowUp: from + 1, ArrowLeft: from - 1, ArrowDown: from - 1 },
      ...{ PageUp: from + 10, PageDown: from - 10, Home: floorStep, End: end - 1 },
    }
    const next = to[event.key]
    if (next === undefined || onMove === null) return
    event.preventDefault()
    moveTo(next)
  }
  const sentence = t('beyond', {
    count: beyond,
    shown: formatNumber(beyond, language),
    all: formatNumber(all, language),
    share: formatPercent(all === 0 ? null : beyond / all, language, 2),
  })
  return (
    <figure className={classes.chart}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${props.label}: ${sentence}`}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        data-movable={onMove !== null || undefined}
      >
        {counts
          .slice(0, end)
          .map((count, i) =>
            count === 0 ? null : (
              <rect
                key={i}
                x={x(i) + 0.5}
                width={Math.max(1, x(i + 1) - x(i) - 1)}
                y={base - (Math.log1p(count) / highest) * (base - 8)}
                height={(Math.log1p(count) / highest) * (base - 8)}
                className={step !== null && i >= step ? classes.beyond : classes.below}
              />
            ),
          )}
        <line x1={0} x2={width} y1={base} y2={base} className={classes.axis} />
        {activeValue !== null && activeValue !== value && (
          <line
            x1={x(stepAt(bounds, activeValue))}
            x2={x(stepAt(bounds, activeValue))}
            y1={4}
            y2={base}
            className={classes.activeLine}
          />
        )}
        {step !== null && <line x1={x(step)} x2={x(step)} y1={0} y2={base} className={classes.handleLine} />}
      </svg>
      <div
        className={classes.handle}
        style={{ insetInlineStart: `clamp(48px, ${((step ?? end - 1) / end) * 100}%, calc(100% - 48px))` }}
        role="slider"
        tabIndex={onMove === null ? -1 : 0}
        aria-label={t('thresholdOf', { rule: props.label })}
        aria-valuemin={floorStep}
        aria-valuemax={bounds.length - 1}
        aria-valuenow={step ?? end - 1}
        aria-valuetext={words(value)}
        aria-disabled={onMove === null || undefined}
        onKeyDown={onKey}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
      >
        {isAnyMoney && value !== null ? formatNumber(value / 10 ** digits, language, digits) : words(value)}
      </div>
      <div className={classes.ticks} aria-hidden>
        {ticks.map((part) => (
          <span key={part} style={{ insetInlineStart: `${part * 100}%` }}>
            {short(bounds[Math.min(bounds.length - 1, Math.round(part * end))]!)}
          </span>
        ))}
      </div>
      <figcaption>
        {sentence}{' '}
        {activeValue !== value &&
          (activeValue === null ? t('activeNever') : t('activeHas', { value: words(activeValue) }))}
      </figcaption>
    </figure>
  )
}

/** The step that a value belongs to: the last whose bound it reaches. */
function stepAt(bounds: readonly number[], value: number): number {
  const descending = bounds[0]! > bounds.at(-1)!
  const found = bounds.findLastIndex((bound) => (descending ? value <= bound : value >= bound))
  return Math.max(0, found)
}
