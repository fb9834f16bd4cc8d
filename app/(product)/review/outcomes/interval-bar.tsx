import type { Figure } from '@/domain/metrics/metric-answer.ts'
import classes from './outcomes.module.css'

/**
 * A share on a scale from 0 to 100 %: the thick bar is its 95 % interval, the mark its value, the frame what unreachable
 * customers leave open. The numbers stand beside it, so it is hidden from screen readers.
 */
export function IntervalBar({ figure: { value, low, high, band } }: { readonly figure: Figure }) {
  if (value === null) return null
  const place = (from: number, to: number) => ({
    insetInlineStart: `${100 * from}%`,
    width: `${100 * (to - from)}%`,
  })
  return (
    <span className={classes.scale} aria-hidden="true">
      {low !== undefined && high !== undefined && <span className={classes.range} style={place(low, high)} />}
      {band !== undefined && band.high > band.low && (
        <span className={classes.band} style={place(band.low, band.high)} />
      )}
      <span className={classes.point} style={{ insetInlineStart: `${100 * value}%` }} />
    </span>
  )
}
