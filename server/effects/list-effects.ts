import { z } from 'zod'
import { effectStates } from '../../domain/statistics/effect-verdict.ts'
import { getPrisma } from '../db/prisma.ts'

const rowSchema = z.object({
  ...{ id: z.string(), reference: z.string(), title: z.string() },
  status: z.enum(['accepted', 'planned', 'inProgress', 'implemented', 'effectKnown', 'stopped']),
  decided_at: z.date(),
  implemented_at: z.date().nullable(),
  owner: z.string().nullable(),
  metric: z.string().nullable(),
  ...{ window_buckets: z.number().nullable(), bucket: z.enum(['day', 'week']).nullable() },
  state: z.enum(effectStates).nullable(),
  is_over: z.boolean().nullable(),
  ...{ shift: z.number().nullable(), smallest: z.number().nullable(), after: z.number().nullable() },
})

/**
 * Every accepted proposal with what became of it, failures, stopped ones and those nobody began included; implemented ones first,
 * latest first. Left out, what was stopped would make the rest look better.
 */
export async function listEffects(now: number) {
  const rows = await getPrisma().$queryRaw<unknown[]>`
    SELECT p.id::text, p.reference, coalesce(p.title, p.reference) AS title,
      CASE WHEN p.status IN ('declined', 'appealed') THEN 'stopped' ELSE p.status END AS status, p.decided_at, p.implemented_at,
      o.name AS owner, e.metric, e.window_buckets, e.bucket, r.state, r.is_over, r.shift,
      r.smallest_detectable_shift AS smallest, r.after
    FROM proposals p
    LEFT JOIN LATERAL (SELECT * FROM effect_plans e WHERE e.proposal_id = p.id ORDER BY e.created_at DESC LIMIT 1) e ON TRUE
    LEFT JOIN people o ON o.id = e.owner_id
    LEFT JOIN LATERAL (SELECT * FROM effect_readings r WHERE r.proposal_id = p.id ORDER BY r.as_of DESC LIMIT 1) r ON TRUE
    WHERE p.status IN ('accepted', 'planned', 'inProgress', 'implemented', 'effectKnown')
       OR (p.status IN ('declined', 'appealed')
           AND EXISTS (SELECT FROM proposal_events s WHERE s.proposal_id = p.id AND s.type = 'work.stopped'))
    ORDER BY p.implemented_at DESC NULLS LAST, p.decided_at DESC, p.id LIMIT 500`
  return {
    asOf: now,
    items: z
      .array(rowSchema)
      .parse(rows)
      .map((row) => ({
        ...{ id: row.id, reference: row.reference, title: row.title, status: row.status },
        ...{ owner: row.owner, metric: row.metric, state: row.state, isOver: row.is_over ?? false },
        ...{ shift: row.shift, smallestDetectableShift: row.smallest, after: row.after },
        ...{ windowBuckets: row.window_buckets, bucket: row.bucket },
        decidedAt: row.decided_at.getTime(),
        implementedAt: row.implemented_at?.getTime() ?? null,
      })),
  }
}
