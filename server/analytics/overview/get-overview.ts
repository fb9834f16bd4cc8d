import {
  dimensionKeys,
  type FilterDimensionKey,
  handoffDimensionKeys,
} from '../../../domain/metrics/dimensions.ts'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { localDateOf } from '../../../domain/time/local-date.ts'
import { datesPeriod } from '../../../domain/time/period.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { readingIn } from '../care/open-reading.ts'
import { measureAlerts } from './measure-alerts.ts'
import { measureCare } from './measure-care.ts'
import { type DataSpans, readDataSpans } from './read-data-spans.ts'

/**
 * The four measures at one scope: figure, course, comparison, and the part that explains most of the change. A filter narrows the
 * measures that know its dimension; those that do not name it as ignored.
 *
 * @throws AppError `invalidInput` for too many buckets, `unprocessable` for the period `all` without data.
 */
export async function getOverview(asked: Scope, { now }: { readonly now: number }) {
  const { zone: organisationZone } = await getOrganisation()
  const ofAlerts = partition(asked.filters, dimensionKeys)
  const ofCare = partition(asked.filters, handoffDimensionKeys)
  // All four of one moment and over one connection, with as few questions to the database as there are kinds of answers.
  const { resolved, alerts, care } = await inSnapshot(async (client) => {
    const spans = await readDataSpans(client)
    const scope = spanningBoth(asked, spans, organisationZone)
    const alertScope = { ...scope, filters: ofAlerts.known }
    const resolved = resolveScope(alertScope, { now, organisationZone, dataSpan: spans.alerts })
    const reading = await readingIn(client, { ...scope, filters: ofCare.known }, { now, organisationZone })
    return {
      resolved,
      alerts: await measureAlerts(client, resolved, { now, dataSpan: spans.alerts }),
      care: await measureCare(reading, spans.care),
    }
  })
  return {
    asOf: now,
    zone: resolved.zone,
    bucket: resolved.bucket,
    period: resolved.window.period,
    comparison: resolved.comparison?.period ?? null,
    alerts: { ...alerts.alerts, ignored: ofAlerts.ignored },
    outcomes: { ...alerts.outcomes, ignored: ofAlerts.ignored },
    handoffs: { ...care.handoffs, ignored: ofCare.ignored },
    cases: { ...care.cases, ignored: ofCare.ignored },
  }
}

export type Overview = Awaited<ReturnType<typeof getOverview>>

/** All data of alerts and all data of cases are two ranges; side by side they are one. */
function spanningBoth(scope: Scope, spans: DataSpans, organisationZone: string): Scope {
  if (scope.period.kind !== 'all') return scope
  const known = [spans.alerts, spans.care].filter((span) => span !== null)
  if (known.length === 0) return scope
  const dateOf = (at: number) => localDateOf(at, scope.zone ?? organisationZone)
  const first = dateOf(Math.min(...known.map(({ from }) => from)))
  const last = dateOf(Math.max(...known.map(({ to }) => to)) - 1)
  return { ...scope, period: datesPeriod(first, last) }
}

function partition(filters: readonly Filter[], known: readonly FilterDimensionKey[]) {
  return {
    known: filters.filter(({ dimension }) => known.includes(dimension)),
    ignored: filters.flatMap(({ dimension }) => (known.includes(dimension) ? [] : [dimension])),
  }
}
