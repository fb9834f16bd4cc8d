import type { SeriesLook } from '@/app/charts/figure-data.ts'

type Pattern = 'plain' | 'stripesUp' | 'stripesDown' | 'cross' | 'dots' | 'wide' | 'hatched'

/** The pattern that stands beside each colour, so that no figure depends on colour alone. */
const patterns = {
  'series-0': 'plain',
  'series-1': 'stripesUp',
  'series-2': 'dots',
  'series-3': 'stripesDown',
  'series-4': 'cross',
  'series-5': 'wide',
  'series-6': 'hatched',
  'series-7': 'plain',
  intended: 'plain',
  mistake: 'stripesUp',
  fraud: 'cross',
  unreachable: 'dots',
  pending: 'hatched',
  earlier: 'plain',
} as const satisfies Record<SeriesLook, Pattern>

const strokes = {
  plain: '',
  stripesUp: 'M0 8 8 0M-2 2 2 -2M6 10 10 6',
  stripesDown: 'M0 0 8 8M-2 6 2 10M6 -2 10 2',
  cross: 'M0 8 8 0M0 0 8 8',
  dots: 'M2 2h.01M6 6h.01',
  wide: 'M0 4h8',
  hatched: 'M0 8 8 0M-2 2 2 -2M6 10 10 6M-2 6 6 -2M2 10 10 2',
} as const satisfies Record<Pattern, string>

/** The colour of a look as CSS. */
export function lookColour(look: SeriesLook): string {
  return look === 'earlier' || look === 'pending' ? 'var(--mantine-color-dimmed)' : `var(--wa-${look})`
}

/** What fills a look's shapes inside a drawing whose `LookPatterns` have this id; unfinished ones are open and hatched. */
export function lookFill(id: string, look: SeriesLook, unfinished = false): string {
  return `url(#${id}-${unfinished ? 'unfinished-' : ''}${look})`
}

/** The patterns of a drawing; `id` keeps the drawings of one page apart. */
export function LookPatterns(props: { readonly id: string; readonly looks: readonly SeriesLook[] }) {
  return (
    <defs>
      {props.looks.map((look) => (
        <pattern key={look} id={`${props.id}-${look}`} width={8} height={8} patternUnits="userSpaceOnUse">
          <rect
            width={8}
            height={8}
            fill={look === 'pending' ? 'var(--mantine-color-body)' : lookColour(look)}
          />
          <path
            d={strokes[patterns[look]]}
            stroke={look === 'pending' ? lookColour(look) : 'var(--mantine-color-body)'}
            strokeWidth={patterns[look] === 'dots' ? 2 : 1.2}
            strokeLinecap="round"
            fill="none"
          />
        </pattern>
      ))}
      {props.looks.map((look) => (
        <pattern
          key={`unfinished-${look}`}
          id={`${props.id}-unfinished-${look}`}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect width={8} height={8} fill="var(--mantine-color-body)" />
          <path d={strokes.stripesUp} stroke={lookColour(look)} strokeWidth={1.6} fill="none" />
        </pattern>
      ))}
    </defs>
  )
}
