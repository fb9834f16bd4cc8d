import { z } from 'zod'
import { markerKinds } from '../../../domain/thresholds/marker-kinds.ts'
import { onPool } from '../../db/query.ts'

const rowSchema = z.object({
  id: z.string(),
  at: z.date().transform((date) => date.getTime()),
  kind: z.enum(markerKinds),
  subjectKind: z.enum(['ruleSetVersion', 'ruleIncident']),
  subjectId: z.string(),
  rules: z.array(z.string()),
  facts: z.record(z.string(), z.unknown()),
})

/** Something that changed at an instant (epoch milliseconds): after it, the same numbers mean something else. */
export type Marker = z.output<typeof rowSchema>

/** What changed in `[from, to)` (epoch milliseconds), oldest first; with `rules` only what is about one of them or about all. */
export async function listMarkers(scope: {
  readonly from: number
  readonly to: number
  readonly rules?: readonly string[]
}): Promise<Marker[]> {
  const rows = await onPool(
    `SELECT id::text, at, kind, subject_kind AS "subjectKind", subject_id AS "subjectId", rules, facts FROM markers
     WHERE at >= $1 AND at < $2 AND (cardinality($3::text[]) = 0 OR cardinality(rules) = 0 OR rules && $3) ORDER BY at, id`,
    [new Date(scope.from), new Date(scope.to), [...(scope.rules ?? [])]],
  )
  return rows.map((row) => rowSchema.parse(row))
}
