import { type ClientBase } from 'pg'
import { chunkOf } from '../../../domain/metrics/care/columns.ts'
import { type SelectedRows } from '../../../domain/metrics/care/selected-rows.ts'
import { compareFigures } from '../../../domain/metrics/compare-figures.ts'
import { figureOf, pointOf } from '../../../domain/metrics/figure-of.ts'
import { type Compared, type Measured } from '../../../domain/metrics/metric-answer.ts'
import { metrics } from '../../../domain/metrics/metrics.ts'
import { type AlertColumns, alertColumns } from '../../../domain/metrics/overview/alert-columns.ts'
import { explainChange, type Explanation } from '../../../domain/metrics/overview/explain-change.ts'
import { overviewMeasures } from '../../../domain/metrics/overview/overview-measures.ts'
import { isOfAlertColumns, selectAlerts } from '../../../domain/metrics/overview/select-alerts.ts'
import {
  type AlertTally,
  countAlertRows,
  tallyAlertParts,
} from '../../../domain/metrics/overview/tally-alerts.ts'
import { type ResolvedScope, type ScopeWindow, windowsOf } from '../../../domain/metrics/resolve-scope.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { localDateOf } from '../../../domain/time/local-date.ts'
import { readAlertChunks } from './read-alert-chunks.ts'
import { readAlertFacts } from './read-alert-facts.ts'

/** What the overview says of a measure of alerts. */
export interface AlertMeasure extends Measured {
  /** null: none asked for, or nothing to compare with. */
  readonly comparison: Compared | null
  /** null: no comparison, or nothing stands out. */
  readonly explanation: Explanation | null
}

const tallied = { alerts: 'volume', outcomes: 'precision' } as const satisfies Record<string, AlertTally>

/** Alert volumes and confirmation outcomes at a scope, of the moment of the client's snapshot. */
export async function measureAlerts(
  client: ClientBase,
  resolved: ResolvedScope,
  { now, dataSpan }: { readonly now: number; readonly dataSpan: Interval | null },
): Promise<{ readonly alerts: AlertMeasure; readonly outcomes: AlertMeasure }> {
  const [current, earlier = null] = await selectWindows(client, resolved)
  if (current === undefined) throw new RangeError('A scope has no window')
  const measureOf = (key: keyof typeof tallied): AlertMeasure => {
    const measured = figuresOf(key, current, resolved.window, now)
    if (earlier === null || resolved.comparison === null)
      return { ...measured, comparison: null, explanation: null }
    const before = figuresOf(key, earlier, resolved.comparison, now)
    const difference = compareFigures(metrics[overviewMeasures[key].metric], measured.total, before.total)
    const covered =
      dataSpan !== null && before.period.firstDate >= localDateOf(dataSpan.from, before.period.zone)
    const { whole, parts } = tallyAlertParts(tallied[key], overviewMeasures[key].explainedBy, {
      current,
      earlier,
    })
    return {
      ...measured,
      comparison: {
        ...before,
        covered,
        difference: covered ? difference : { ...difference, verdict: 'unclear' },
      },
      explanation: covered ? explainChange(key === 'alerts' ? 'count' : 'rate', whole, parts) : null,
    }
  }
  return { alerts: measureOf('alerts'), outcomes: measureOf('outcomes') }
}

/** Both windows, from the columns where they know every filter, else from the rows. */
async function selectWindows(
  client: ClientBase,
  resolved: ResolvedScope,
): Promise<SelectedRows<AlertColumns>[]> {
  const { zone, filters } = resolved
  const windows = windowsOf(resolved)
  if (filters.every(isOfAlertColumns)) {
    const chunks = await readAlertChunks(client, windows)
    return windows.map((range) => selectAlerts(chunks, range, filters))
  }
  const selections: SelectedRows<AlertColumns>[] = []
  for (const { from, to } of windows) {
    const range = { from, to }
    const chunk = chunkOf(alertColumns, await readAlertFacts(client, { range, zone, filters }))
    selections.push(selectAlerts([chunk], range, []))
  }
  return selections
}

function figuresOf(
  key: keyof typeof tallied,
  selected: SelectedRows<AlertColumns>,
  { period, buckets }: ScopeWindow,
  now: number,
): Measured {
  const metric = metrics[overviewMeasures[key].metric]
  const { total, points } = countAlertRows(tallied[key], selected, buckets)
  return {
    period,
    total: figureOf(metric, total),
    points: buckets.map((bucket, place) => pointOf(metric, bucket, points[place], now)),
  }
}
