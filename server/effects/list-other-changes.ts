import { z } from 'zod'
import { type OtherChange } from '../../domain/effects/find-confounders.ts'
import { type Interval } from '../../domain/time/interval.ts'
import { getPrisma } from '../db/prisma.ts'

const rowSchema = z.object({
  kind: z.enum(['activation', 'proposal']),
  id: z.string(),
  at: z.date(),
  label: z.string(),
  metric: z.string().nullable(),
})

/** Everything that took effect in `[from, to)` and is known to the product: activated rules and implemented proposals. */
export async function listOtherChanges({ from, to }: Interval): Promise<OtherChange[]> {
  const [first, end] = [new Date(from), new Date(to)]
  const rows = await getPrisma().$queryRaw<unknown[]>`
    SELECT 'activation' AS kind, v.version::text AS id, v.activated_at AS at, v.version::text AS label, NULL AS metric
      FROM rule_set_versions v WHERE v.activated_at >= ${first} AND v.activated_at < ${end}
    UNION ALL
    SELECT 'proposal', p.id::text, p.implemented_at, coalesce(p.title, p.reference), e.metric
      FROM proposals p LEFT JOIN effect_plans e ON e.id = p.plan_id
     WHERE p.implemented_at >= ${first} AND p.implemented_at < ${end}`
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ kind, id, at, label, metric }): OtherChange => {
      const change = { id, at: at.getTime(), label }
      return kind === 'activation' ? { kind, ...change } : { kind, ...change, metric }
    })
}
