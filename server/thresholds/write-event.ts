import { type VersionEventType } from '../../domain/thresholds/version-event.ts'
import { toJsonValue } from '../audit/audit.ts'
import { type Query } from '../db/query.ts'
import { type VersionChange } from './version-change.ts'

/** Adds a line to a version's history. The caller holds the version's lock. */
export async function writeEvent(
  query: Query,
  version: number,
  event: {
    readonly type: VersionEventType
    readonly comment?: string | null
    readonly facts?: Readonly<Record<string, unknown>>
  },
  { actor, now }: Pick<VersionChange, 'actor' | 'now'>,
): Promise<void> {
  await query(
    `INSERT INTO rule_set_events (version, seq, type, at, by, by_name, comment, payload)
     VALUES ($1::int, (SELECT coalesce(max(seq), 0) + 1 FROM rule_set_events WHERE version = $1::int), $2, $3::timestamptz, $4::uuid, $5, $6,
       $7::text::jsonb) RETURNING seq`,
    [
      ...[version, event.type, new Date(now), actor.kind === 'person' ? actor.id : null, actor.name],
      ...[event.comment ?? null, JSON.stringify(toJsonValue(event.facts ?? {}))],
    ],
  )
}
