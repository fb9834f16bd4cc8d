import { randomUUID } from 'node:crypto'
import { type MarkerKind } from '../../domain/thresholds/marker-kinds.ts'
import { type Query } from '../db/query.ts'

export interface NewMarker {
  /** Epoch milliseconds. */
  readonly at: number
  readonly kind: MarkerKind
  readonly subjectKind: 'ruleSetVersion' | 'ruleIncident'
  readonly subjectId: string
  /** Keys; none: it is about all rules. */
  readonly rules: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
}

/** Writes what charts show at this instant. */
export async function writeMarker(query: Query, marker: NewMarker): Promise<void> {
  const { at, kind, subjectKind, subjectId, rules, facts } = marker
  await query(
    `INSERT INTO markers (id, at, kind, subject_kind, subject_id, rules, facts)
     VALUES ($1::uuid, $2::timestamptz, $3, $4, $5, $6::text[], $7::text::jsonb) RETURNING id`,
    [randomUUID(), new Date(at), kind, subjectKind, subjectId, [...rules], JSON.stringify(facts)],
  )
}
