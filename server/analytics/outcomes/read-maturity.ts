import { z } from 'zod'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { getAskingPolicy } from '../../asking/asking.ts'
import { defineQuery } from '../../db/define-query.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { sql } from '../../db/sql.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { findDataSpan } from '../data-span.ts'
import { type Selection } from '../selection.ts'
import { selected } from '../sql/selected.ts'

/** How far the outcomes of a scope can still change, and how they are known. */
export interface Maturity {
  /** Alerts without an outcome. */
  readonly pending: number
  /** Outcomes that were inferred from imported history. */
  readonly inferred: number
  /** Outcomes that took the place of another one. */
  readonly changed: number
  /** Alerts of the random sample below the thresholds. */
  readonly sampled: number
  /** Epoch ms: when the last question of the range is too old to be asked. */
  readonly maturesAt: number
}

const hourMs = 3_600_000

const count = defineQuery({
  row: z.object({ pending: z.int(), inferred: z.int(), changed: z.int(), sampled: z.int() }),
  build: (selection: Selection) => sql`
    SELECT count(*) FILTER (WHERE a.outcome IS NULL) AS pending,
      count(*) FILTER (WHERE a.outcome_source = 'inferred') AS inferred,
      count(*) FILTER (WHERE a.changed) AS changed,
      count(*) FILTER (WHERE a.origin = 'sample') AS sampled
    ${selected.alerts(selection)}`,
})

/** What has to be said beside outcomes of the alerts of a range that are followed to now. */
export async function readMaturity(scope: Scope, { now }: { readonly now: number }): Promise<Maturity> {
  const [{ zone: organisationZone }, policy] = await Promise.all([getOrganisation(), getAskingPolicy()])
  return inSnapshot(async (client) => {
    const dataSpan = await findDataSpan(client)
    const { window, zone, filters } = resolveScope(
      { ...scope, compare: null },
      { now, organisationZone, dataSpan },
    )
    const { from, to } = window.period
    const [counted] = await count(client, { range: { from, to }, zone, filters })
    const none = { pending: 0, inferred: 0, changed: 0, sampled: 0 }
    return { ...(counted ?? none), maturesAt: to + policy.expireHours * hourMs }
  })
}
