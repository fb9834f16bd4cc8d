import { isCounted } from '../../domain/alarms/alarm-condition.ts'
import { type AlarmReading } from '../../domain/alarms/judge-alarm.ts'
import { type CareFigure } from '../../domain/metrics/care/care-answer.ts'
import { isCareMetricKey } from '../../domain/metrics/care/care-metrics.ts'
import { type EveryMetricKey, isMetricKey } from '../../domain/metrics/metrics.ts'
import { parseScope, type Scope } from '../../domain/metrics/scope.ts'
import { hourOfWeek } from '../../domain/time/hour-of-week.ts'
import { dateAt, localDateOf } from '../../domain/time/local-date.ts'
import { offsetSegments } from '../../domain/time/offset-segments.ts'
import { datesPeriod } from '../../domain/time/period.ts'
import { queryCareMetric, queryMetric } from '../analytics/analytics.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { type StoredAlarm } from './alarm-row.ts'

const hourMs = 3_600_000
const weekMs = 7 * 24 * hourMs
const weeks = 8

/** A bucket of an hour, reduced to what adds up. */
interface Hour {
  readonly from: number
  readonly to: number
  readonly met: number
  readonly n: number
}

/** What an alarm sees at `now` (epoch ms): its figure over the last complete hours, and for `unusual` the same hour of the weeks before. */
export async function readWindow(alarm: StoredAlarm, now: number): Promise<AlarmReading> {
  const { condition, metric } = alarm
  const length = condition.kind === 'unusual' ? 1 : condition.hours
  const scope = await scopeOf(alarm)
  const hours = (await readHours(metric, scope, now, length)).filter(({ to }) => to <= now).slice(-length)
  const met = hours.reduce((sum, hour) => sum + hour.met, 0)
  const n = hours.reduce((sum, hour) => sum + hour.n, 0)
  const observed = isCounted(metric) ? met : n === 0 ? null : met / n
  const last = hours.at(-1)
  if (condition.kind !== 'unusual' || last === undefined) return { observed, n }
  const usual: number[] = []
  for (let week = 1; week <= weeks; week++) {
    // Clocks may have changed meanwhile: the same hour on the wall is looked for an hour to either side.
    const near = last.from - week * weekMs
    const around = await readHours(metric, scope, near + 3 * hourMs, 5)
    const same = around.find(
      ({ from }) => Math.abs(from - near) <= hourMs && wallHour(from, scope) === wallHour(last.from, scope),
    )
    if (same !== undefined) usual.push(same.met)
  }
  return { observed, n, usual }
}

function wallHour(instant: number, { zone }: Scope): number {
  const [segment] = offsetSegments({ from: instant, to: instant + 1 }, zone ?? 'UTC')
  return hourOfWeek(instant, segment?.offsetMs ?? 0)
}

async function scopeOf(alarm: StoredAlarm): Promise<Scope> {
  const search = new URLSearchParams(alarm.query)
  const zone = search.get('zone') ?? (await getOrganisation()).zone
  return parseScope({ zone, compare: 'none', bucket: 'hour', filter: search.getAll('filter') })
}

/** The hours of the days that hold the last `length` hours before an instant. */
async function readHours(metric: EveryMetricKey, scope: Scope, at: number, length: number): Promise<Hour[]> {
  const zone = scope.zone ?? 'UTC'
  const last = localDateOf(at, zone)
  const first = dateAt(at - (length + 1) * hourMs, zone).toString()
  const dated: Scope = { ...scope, period: datesPeriod(first, last), bucket: 'hour' }
  if (isMetricKey(metric)) {
    const { points } = await queryMetric(metric, dated, { now: at })
    return points.map(({ from, to, n, numerator }) => ({ from, to, n, met: numerator ?? n }))
  }
  if (!isCareMetricKey(metric)) throw new TypeError(`No metric ${String(metric)}`)
  const { points } = await queryCareMetric(metric, dated, { now: at })
  return points.map(({ from, to, figure }) => ({ from, to, ...countsOf(figure) }))
}

function countsOf(figure: CareFigure | null): Pick<Hour, 'met' | 'n'> {
  if (figure?.kind === 'count') return { met: figure.count, n: figure.count }
  if (figure?.kind === 'rate') return { met: figure.rate.numerator, n: figure.rate.denominator }
  return { met: 0, n: 0 }
}
