import { isCareMetricKey } from '../metrics/care/care-metrics.ts'
import { type Interval, contains } from '../time/interval.ts'

/** Something else that took effect while a change was being measured. */
export type OtherChange =
  | { readonly kind: 'activation'; readonly id: string; readonly at: number; readonly label: string }
  | {
      readonly kind: 'proposal'
      readonly id: string
      readonly at: number
      readonly label: string
      /** null: nothing was measured. */
      readonly metric: string | null
    }

/** An other change, and whether it could explain a difference of this metric. */
export interface Confounder {
  readonly change: OtherChange
  readonly explains: boolean
}

/**
 * Everything else that took effect between the first bucket of the baseline and the last of the window, in time order. An activation
 * of rules could explain a difference of every figure of alerts, not of handoffs and cases; another proposal one of the metric
 * that it was measured by. What could not explain it is listed all the same, for the reader to judge. `self` is left out.
 */
export function findConfounders(
  changes: readonly OtherChange[],
  about: { readonly self: string; readonly metric: string; readonly span: Interval },
): Confounder[] {
  return changes
    .filter((change) => !(change.kind === 'proposal' && change.id === about.self))
    .filter(({ at }) => contains(about.span, at))
    .sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1))
    .map((change) => ({ change, explains: couldExplain(change, about.metric) }))
}

function couldExplain(change: OtherChange, metric: string): boolean {
  switch (change.kind) {
    case 'activation':
      return !isCareMetricKey(metric)
    case 'proposal':
      return change.metric === metric
    default:
      return change satisfies never
  }
}
