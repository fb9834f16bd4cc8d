import classes from './tile.module.css'

const width = 120
const height = 28
const inset = 2

/** A figure's small course without axes, where at least half of it is known: gaps stay gaps, what leads into an unfinished bucket is dashed. */
export function Trend(props: {
  readonly points: readonly { readonly value: number | null; readonly unfinished: boolean }[]
}) {
  const known = props.points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (known.length < 2 || known.length * 2 < props.points.length) return null
  const largest = Math.max(...known)
  const step = (width - 2 * inset) / Math.max(1, props.points.length - 1)
  const placed = props.points.map(({ value, unfinished }, index) => ({
    x: inset + index * step,
    y:
      value === null ? null : height - inset - (largest === 0 ? 0 : (value / largest) * (height - 2 * inset)),
    unfinished,
  }))
  return (
    <svg className={classes.trend} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <path d={pathOf(placed, false)} />
      <path d={pathOf(placed, true)} strokeDasharray="2 2" />
    </svg>
  )
}

interface Placed {
  readonly x: number
  readonly y: number | null
  readonly unfinished: boolean
}

/** The strokes between neighbours that are both known; those into an unfinished bucket belong to the dashed path. */
function pathOf(points: readonly Placed[], dashed: boolean): string {
  return points
    .flatMap((point, index) => {
      const before = points[index - 1]
      if (before === undefined || before.y === null || point.y === null || point.unfinished !== dashed)
        return []
      return [`M${before.x.toFixed(1)} ${before.y.toFixed(1)}L${point.x.toFixed(1)} ${point.y.toFixed(1)}`]
    })
    .join('')
}
