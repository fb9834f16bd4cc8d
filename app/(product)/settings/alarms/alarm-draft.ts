import { type AlarmCondition, isCounted, limitUnitOf, windowHours } from '@/domain/alarms/alarm-condition.ts'
import type { Filter } from '@/domain/metrics/filter.ts'
import { everyMetric, type EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { defaultScope, parseScope, scopeQuery } from '@/domain/metrics/scope.ts'
import type { AlarmRow } from './alarm-rows.ts'

const minuteMs = 60_000

/** Units of a limit as people write it, in units of the figure: percent of a share, minutes of ms. */
const scaleOf = { number: 1, percent: 0.01, minutes: minuteMs } as const

/** An alarm as it stands in its form: every kind of condition keeps what was entered while another one is looked at. */
export interface AlarmDraft {
  readonly name: string
  readonly metric: EveryMetricKey
  readonly filters: readonly Filter[]
  readonly kind: AlarmCondition['kind']
  readonly side: 'above' | 'below'
  /** In the unit that people write. */
  readonly limit: number
  readonly hysteresisPercent: number
  readonly hours: (typeof windowHours)[number]
  readonly deviations: number
  readonly leastN: number
  readonly desk: string
  readonly email: boolean
}

export const newAlarm: AlarmDraft = {
  ...{ name: '', metric: 'alert-volume', filters: [], kind: 'threshold', side: 'above', limit: 50 },
  ...{ hysteresisPercent: 10, hours: 24, deviations: 3, leastN: 0, desk: '', email: true },
}

/** A stored alarm back in its form. */
export function draftOf({ name, metric, query, condition, desk, email }: AlarmRow): AlarmDraft {
  const { filters } = parseScope({ filter: new URLSearchParams(query).getAll('filter') })
  const kept = { ...newAlarm, name, metric, filters, desk: desk ?? '', email, kind: condition.kind }
  switch (condition.kind) {
    case 'threshold': {
      const limit = rounded(condition.limit / scaleOf[limitUnitOf(metric)])
      return { ...kept, ...condition, limit, hysteresisPercent: rounded(condition.hysteresis * 100) }
    }
    case 'unusual':
      return { ...kept, ...condition }
    case 'noData':
      return { ...kept, hours: windowHours.find((hours) => hours === condition.hours) ?? newAlarm.hours }
    default:
      return condition satisfies never
  }
}

/** Another figure: filters that it does not know and a condition that it cannot have are left out. */
export function withMetric(draft: AlarmDraft, metric: EveryMetricKey): AlarmDraft {
  const known: readonly string[] = everyMetric[metric].dimensions
  return {
    ...draft,
    metric,
    filters: draft.filters.filter(({ dimension }) => known.includes(dimension)),
    kind: draft.kind === 'unusual' && !isCounted(metric) ? 'threshold' : draft.kind,
  }
}

/** What is saved of a draft. */
export function alarmOf(draft: AlarmDraft) {
  const { name, metric, filters, desk, email } = draft
  const query = scopeQuery({ ...defaultScope, filters })
  return { name, metric, query, condition: conditionOf(draft), desk: desk === '' ? null : desk, email }
}

function conditionOf(draft: AlarmDraft): AlarmCondition {
  const { kind, side, hours, leastN, deviations } = draft
  if (kind === 'noData') return { kind, hours }
  if (kind === 'unusual') return { kind, side, deviations, leastN }
  const limit = draft.limit * scaleOf[limitUnitOf(draft.metric)]
  return { kind, side, limit, hours, leastN, hysteresis: draft.hysteresisPercent / 100 }
}

/** 0.07 * 100 is 7.000000000000001; nobody wrote that. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
