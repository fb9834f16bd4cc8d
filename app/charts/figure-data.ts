/** How the numbers of a column are written. */
export type FigureUnit =
  | { readonly kind: 'count' }
  | { readonly kind: 'share' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'money'; readonly currency: string }

/** One colour and one pattern for one thing, everywhere: `series-0` to `series-7`, an outcome, or what it is compared with. */
export type SeriesLook =
  | `series-${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | 'intended'
  | 'mistake'
  | 'fraud'
  | 'unreachable'
  | 'pending'
  | 'earlier'

export interface FigureColumn {
  readonly key: string
  readonly label: string
  readonly unit: FigureUnit
  readonly look: SeriesLook
}

export interface FigureCell {
  /** null: not known or not applicable; drawn as a gap, never as 0. */
  readonly value: number | null
  /** The rows behind it; null where there is nothing to open. */
  readonly href: string | null
  /** Fewer than 20 observations: drawn and written grey. */
  readonly few?: boolean
  /** A share of fewer than 5: there are observations, but no percentage is said. */
  readonly tooFew?: boolean
  /** Said after the number: the dates of a comparison, numerator and denominator of a share. */
  readonly note?: string
}

export interface FigureRow {
  readonly key: string
  /** Short, for the axis. */
  readonly label: string
  /** In full, for the tooltip and the table. */
  readonly title: string
  readonly cells: readonly FigureCell[]
  /** The instants `[from, to)` that it stands for, epoch ms; absent for rows that are no buckets. */
  readonly span?: { readonly from: number; readonly to: number }
  /** What it counts can still grow: drawn hatched or dashed. */
  readonly unfinished?: boolean
}

/** A computed sentence: the key of its words under `components.figure.sentence` and what it says. */
export interface FigureSentence {
  readonly key:
    | 'series'
    | 'level'
    | 'levelThin'
    | 'levelOnce'
    | 'answered'
    | 'curve'
    | 'effect'
    | 'seriesEmpty'
    | 'bars'
    | 'barsEmpty'
    | 'heatmap'
    | 'heatmapEmpty'
    | 'pairs'
    | 'pairsEmpty'
  readonly values: Readonly<Record<string, string | number>>
}

/** What every figure is, whatever its shape: a table. Chart, table and CSV are made of the same cells. */
export interface FigureData {
  /** Heading of the column of row titles. */
  readonly rowHeading: string
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  /** How many of how many rows are here when the list was cut. */
  readonly cut: { readonly shown: number; readonly total: number } | null
  readonly sentence: FigureSentence
}

export interface TimeSeriesFigure extends FigureData {
  readonly kind: 'timeSeries'
  /** Counts stand on the floor as bars, shares and durations are points on a line. */
  readonly mark: 'bars' | 'line'
}

export interface BarsFigure extends FigureData {
  readonly kind: 'bars'
}

export interface HeatmapFigure extends FigureData {
  readonly kind: 'heatmap'
}

export interface PairsFigure extends FigureData {
  readonly kind: 'pairs'
}

/** A figure that is ready: units, nulls, order, colours and words are decided; drawing decides nothing. */
export type PreparedFigure = TimeSeriesFigure | BarsFigure | HeatmapFigure | PairsFigure
