import { z } from 'zod'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { defineQuery } from '../../db/define-query.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { sql } from '../../db/sql.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { findDataSpan } from '../data-span.ts'
import { type Selection } from '../selection.ts'
import { heldBack } from './held-back.ts'

const count = defineQuery({
  row: z.object({ rule: z.string(), reason: z.string(), hits: z.int(), customers: z.int() }),
  build: (selection: Selection) => sql`
    SELECT b.rule, b.reason, count(*) AS hits, count(DISTINCT b.customer_ref) AS customers
    ${heldBack(selection)}
    GROUP BY b.rule, b.reason ORDER BY hits DESC, b.rule, b.reason`,
})

/** How often each rule of a scope fired and did not ask, by reason; the hits are the rows of the list `heldBackHits`. */
export async function readHeldBackByRule(scope: Scope, { now }: { readonly now: number }) {
  const { zone: organisationZone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const dataSpan = await findDataSpan(client)
    const resolved = resolveScope({ ...scope, compare: null }, { now, organisationZone, dataSpan })
    const { window, zone, filters } = resolved
    const { from, to } = window.period
    return { counts: await count(client, { range: { from, to }, zone, filters }), asOf: now }
  })
}
