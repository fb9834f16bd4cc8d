import type { CareMetricKey } from '../care/care-metrics.ts'
import type { CareDimensionKey, DimensionKey } from '../dimensions.ts'
import type { MetricKey } from '../metrics.ts'

/** What the overview shows of the four measures, one line each: its figure and what a change of it can be explained by. */
export const overviewMeasures = {
  alerts: { metric: 'alert-volume', explainedBy: ['rule', 'segment', 'channel'] },
  outcomes: { metric: 'worth-asking-precision', explainedBy: ['rule', 'segment', 'channel'] },
  handoffs: { metric: 'acceptance-time', explainedBy: ['desk', 'fromDesk', 'kind', 'channel', 'segment'] },
  cases: { metric: 'time-to-first-resolution', explainedBy: ['desk', 'kind', 'channel', 'segment'] },
} as const satisfies Record<
  string,
  | { readonly metric: MetricKey; readonly explainedBy: readonly DimensionKey[] }
  | { readonly metric: CareMetricKey; readonly explainedBy: readonly CareDimensionKey[] }
>

export type OverviewMeasure = keyof typeof overviewMeasures

export const overviewMeasureKeys = Object.keys(overviewMeasures) as readonly OverviewMeasure[]
