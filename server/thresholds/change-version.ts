import { AppError } from '../../domain/errors/app-error.ts'
import { type WebhookEvent } from '../../domain/delivery/webhook-events.ts'
import { type MarkerKind } from '../../domain/thresholds/marker-kinds.ts'
import { type VersionEventType } from '../../domain/thresholds/version-event.ts'
import { type VersionStatus } from '../../domain/thresholds/version-status.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { announce } from '../delivery/delivery.ts'
import { auditRefusal } from './audit-refusal.ts'
import { getVersion, type StoredVersion } from './stored-version.ts'
import { tellOfMove } from './tell/tell-of-move.ts'
import { type VersionChange } from './version-change.ts'
import { writeEvent } from './write-event.ts'
import { writeMarker } from './write-marker.ts'

/** Columns of `rule_set_versions` with their new values. */
type NewValues = Readonly<Record<string, unknown>>

export interface VersionMove {
  readonly type: VersionEventType
  readonly set: NewValues
  readonly comment?: string | null
  /** What the history and the audit say besides: never a customer's data. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly marker?: { readonly kind: MarkerKind; readonly rules: readonly string[] }
  readonly announcement?: WebhookEvent
}

/**
 * Moves one version under a lock, with its line of history, its marker, its webhook, its notifications and its audit entry in one transaction. `decide` looks at
 * the version as it is and says what becomes of it, `null` for nothing; it may write what belongs to the move. Throws `conflict` with the current
 * state when another edition was seen; what it or the database's guard refuses is audited as an attempt.
 */
export async function changeVersion(
  version: number,
  change: VersionChange,
  decide: (current: StoredVersion, query: Query) => VersionMove | null | Promise<VersionMove | null>,
): Promise<{ readonly status: VersionStatus; readonly edition: number }> {
  return auditRefusal(version, change, () =>
    getPrisma().$transaction(async (tx) => {
      const query = inTransaction(tx)
      const current = await getVersion(query, version, { lock: true })
      if (change.expectedEdition !== null && change.expectedEdition !== current.edition)
        throw changedMeanwhile(current)
      const move = await decide(current, query)
      if (move === null) return { status: current.status, edition: current.edition }
      await applyMove(tx, current, move, change)
      const { status, edition } = await getVersion(query, version)
      return { status, edition }
    }),
  )
}

/** Writes a move that was decided under the version's lock. */
export async function applyMove(
  tx: Tx,
  current: StoredVersion,
  move: VersionMove,
  change: VersionChange,
): Promise<void> {
  const query = inTransaction(tx)
  await setValues(query, current.version, move.set)
  await writeEvent(query, current.version, move, change)
  if (move.marker !== undefined) {
    await writeMarker(query, {
      ...{ at: change.now, kind: move.marker.kind, rules: move.marker.rules },
      ...{ subjectKind: 'ruleSetVersion', subjectId: String(current.version) },
      facts: { version: current.version, note: current.note, by: change.actor.name },
    })
  }
  if (move.announcement !== undefined) await announce(query, [move.announcement])
  await tellOfMove(tx, current, move, change)
  await appendAudit(tx, {
    ...{ actor: change.actor, at: change.now, requestId: change.requestId },
    ...{ action: `thresholds.${move.type}`, subjectKind: 'ruleSetVersion' },
    subjectId: String(current.version),
    before: { status: current.status, edition: current.edition },
    after: { ...move.facts, ...(move.comment ? { comment: move.comment } : {}) },
  })
}

async function setValues(query: Query, version: number, values: NewValues): Promise<void> {
  const names = Object.keys(values)
  if (names.length === 0) return
  const casts: Readonly<Record<string, string>> = {
    ...{ rules: '::text::jsonb', ramp: '::text::jsonb', seal: '' },
    ...{ edited_by: '::uuid', edited_at: '::timestamptz', scheduled_at: '::timestamptz' },
    ...{ announced_at: '::timestamptz', sign_by: '::timestamptz', ramp_step_at: '::timestamptz' },
    ...{ activated_at: '::timestamptz', retired_at: '::timestamptz' },
    ...{ edition: '::int', base_version: '::int', ramp_step: '::int', ramp_ppm: '::int' },
  }
  const sets = names.map((name, i) =>
    name === 'seal' ? `seal = decode($${i + 2}, 'hex')` : `${name} = $${i + 2}${casts[name] ?? ''}`,
  )
  await query(`UPDATE rule_set_versions SET ${sets.join(', ')} WHERE version = $1::int RETURNING version`, [
    version,
    ...names.map((name) => toParameter(values[name])),
  ])
}

function toParameter(value: unknown): unknown {
  if (value === null || value instanceof Date || typeof value !== 'object') return value
  return JSON.stringify(value)
}

export function changedMeanwhile(current: StoredVersion): AppError {
  return new AppError('conflict', {
    userMessage: `Version ${current.version} was changed meanwhile. Look at it again before you go on.`,
    details: {
      ...{ reason: 'changedMeanwhile', version: current.version },
      ...{ status: current.status, edition: current.edition },
    },
  })
}

/** Throws `conflict` with the current state unless the version is in one of these. */
export function requireStatus(current: StoredVersion, allowed: readonly VersionStatus[]): void {
  if (allowed.includes(current.status)) return
  throw new AppError('conflict', {
    userMessage: `Version ${current.version} is ${current.status} by now, so this is not possible. Look at it again.`,
    details: {
      ...{ reason: 'otherState', version: current.version },
      ...{ status: current.status, edition: current.edition },
    },
  })
}
