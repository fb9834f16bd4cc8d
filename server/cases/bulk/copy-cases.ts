import { type PoolClient } from 'pg'
import { copyLine, copyRows } from '../../screening/screening.ts'
import { markDirtyWeeks } from '../mark-dirty-weeks.ts'
import { type LoggedCaseRows } from './logged-case.ts'

/**
 * Writes many logged cases with their rows by COPY, inside the caller's transaction. A case that is stored already is left as
 * it is; gives how many those were. Marks the weeks whose figures change.
 */
export async function copyCases(
  client: PoolClient,
  cases: readonly LoggedCaseRows[],
  { importId, recordedAt }: { readonly importId: string; readonly recordedAt: number },
): Promise<{ readonly alreadyStored: number }> {
  const stored = await client.query<{ id: string }>(
    'SELECT id::text FROM cases WHERE id = ANY ($1::uuid[])',
    [cases.map(({ id }) => id)],
  )
  const known = new Set(stored.rows.map(({ id }) => id))
  const added = cases.filter(({ id }) => !known.has(id))
  await copyRows(
    client,
    'cases',
    caseColumnNames,
    added.map((one) => copyLine(caseValues(one, importId))),
  )
  await copyRows(
    client,
    'case_events',
    ['customer_ref', 'case_id', 'seq', 'type', 'at', 'recorded_at', 'by', 'by_name', 'payload'],
    added.flatMap(({ log, id, events }) =>
      events.map(({ type, at, by, payload }, index) =>
        copyLine([
          ...[log.customerRef, id, index + 1, type, new Date(at), new Date(recordedAt), by, by],
          JSON.stringify(payload),
        ]),
      ),
    ),
  )
  await copyRows(
    client,
    'case_segments',
    [
      'customer_ref',
      'case_id',
      'seq',
      'started_at',
      'ended_at',
      'desk',
      'owner_id',
      'turn',
      'cycle',
      'business_ms',
    ],
    added.flatMap(({ log, id, segments }) =>
      segments.map(({ from, to, desk, owner, turn, cycle, businessMs }, index) =>
        copyLine([
          ...[log.customerRef, id, index + 1, new Date(from), dateOf(to)],
          ...[desk, owner, turn, cycle, businessMs],
        ]),
      ),
    ),
  )
  await copyRows(
    client,
    'handoffs',
    handoffColumnNames,
    added.flatMap((one) => one.handoffs.map((handoff) => copyLine(handoffValues(one, handoff)))),
  )
  await markDirtyWeeks(client, {
    customers: [...new Set(added.map(({ log }) => log.customerRef))],
    instants: added.flatMap(instantsOf),
  })
  return { alreadyStored: known.size }
}

const caseColumnNames = [
  ...['customer_ref', 'id', 'reference', 'external_id', 'source', 'import_id', 'kind', 'emergency', 'status'],
  ...['channel', 'priority', 'category', 'summary', 'desk', 'first_desk', 'owner_id', 'turn', 'turn_since'],
  ...['turn_reason', 'opened_at', 'first_resolved_at', 'last_resolved_at', 'ever_breached', 'reopens'],
  ...['handoff_count', 'close_code'],
]

function caseValues({ id, reference, log, present, handoffs }: LoggedCaseRows, importId: string) {
  const resolved = log.cycles.flatMap(({ resolvedAt }) => resolvedAt ?? [])
  return [
    ...[log.customerRef, id, reference, log.externalId, 'import', importId, log.kind, false, present.status],
    ...[
      log.channel,
      log.priority,
      log.category,
      log.summary,
      present.desk,
      log.stays[0]!.desk,
      present.owner,
    ],
    ...[present.turn, new Date(present.turnSince), present.turnReason, new Date(log.openedAt)],
    ...[dateOf(resolved[0] ?? null), dateOf(resolved.at(-1) ?? null), log.breached ?? false],
    ...[log.cycles.length - 1, handoffs.length, log.closeCode],
  ]
}

const handoffColumnNames = [
  ...['customer_ref', 'id', 'case_id', 'ordinal', 'mode', 'from_desk', 'from_person', 'to_desk', 'state'],
  ...['offered_at', 'accept_by', 'accepted_at', 'accepted_by', 'ended_at', 'acceptance_business_ms'],
  ...['acceptance_ms', 'brief', 'brief_complete', 'served_known', 'source'],
]

function handoffValues({ id, log }: LoggedCaseRows, handoff: LoggedCaseRows['handoffs'][number]) {
  return [
    ...[log.customerRef, handoff.id, id, handoff.ordinal, 'unknown', handoff.fromDesk, handoff.fromPerson],
    ...[handoff.toDesk, handoff.state, new Date(handoff.offeredAt), new Date(handoff.acceptBy)],
    ...[dateOf(handoff.acceptedAt), handoff.acceptedBy, dateOf(handoff.endedAt)],
    ...[handoff.acceptanceBusinessMs, handoff.acceptanceMs, '{}', false, false, 'import'],
  ]
}

function instantsOf({ log, handoffs }: LoggedCaseRows): number[] {
  return [
    ...log.cycles.flatMap(({ startedAt, resolvedAt }) =>
      resolvedAt === null ? [startedAt] : [startedAt, resolvedAt],
    ),
    ...handoffs.map(({ offeredAt }) => offeredAt),
  ]
}

function dateOf(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant)
}
