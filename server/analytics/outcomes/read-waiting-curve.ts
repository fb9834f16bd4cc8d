import { type AnsweredBy, answeredBy } from '../../../domain/metrics/outcomes/answered-by.ts'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { findDataSpan } from '../data-span.ts'
import { countWaiting } from './count-waiting.ts'

/** The curve behind the time to confirmation. */
export interface WaitingCurve {
  /** Questions that somebody was to ask. */
  readonly n: number
  readonly steps: readonly AnsweredBy[]
}

/** How many of a scope's questions had an answer after each step of waiting. */
export async function readWaitingCurve(
  scope: Scope,
  { now }: { readonly now: number },
): Promise<WaitingCurve> {
  const { zone: organisationZone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const dataSpan = await findDataSpan(client)
    const { window, zone, filters } = resolveScope(
      { ...scope, compare: null },
      { now, organisationZone, dataSpan },
    )
    const { from, to } = window.period
    const counts = await countWaiting(client, {
      range: { from, to },
      zone,
      filters,
      edges: [from],
      split: null,
      now,
    })
    const whole = counts.find(({ bucket }) => bucket === null)
    return { n: whole?.n ?? 0, steps: answeredBy(whole?.durations ?? []) }
  })
}
