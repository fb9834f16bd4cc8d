import { type Actor } from '../../domain/access/actor.ts'
import { type CaseEvent } from '../../domain/cases/case-event.ts'
import { type Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'
import { type CaseRows } from './case-rows.ts'
import { markDirtyWeeksIn } from './mark-dirty-weeks.ts'

interface Key {
  readonly customerRef: string
  readonly id: string
}

/** Adds the new events and brings the tables that follow from the timeline up to it. Part of the caller's transaction. */
export async function writeCaseRows(
  tx: Tx,
  { customerRef, id }: Key,
  rows: CaseRows,
  eventsBefore: number,
  added: readonly CaseEvent[],
  { actor, now }: { readonly actor: Actor; readonly now: number },
): Promise<void> {
  await tx.caseEvent.createMany({
    data: added.map((event, index) => ({
      ...{ customerRef, caseId: id, seq: eventsBefore + index + 1, type: event.type, at: new Date(event.at) },
      ...{
        recordedAt: new Date(now),
        by: event.by,
        byName: actor.name,
        payload: event.payload as Prisma.InputJsonValue,
      },
    })),
  })
  await tx.case.update({
    where: { customerRef_id: { customerRef, id } },
    data: { ...caseColumns(rows), version: { increment: 1 } },
  })
  await replaceSegments(tx, { customerRef, id }, rows)
  for (const handoff of rows.handoffs) {
    const data = handoffColumns(handoff)
    const where = { customerRef_id: { customerRef, id: handoff.id } }
    await tx.handoff.upsert({
      where,
      create: { customerRef, caseId: id, source: 'app', ...data },
      update: data,
    })
  }
  for (const promise of rows.promises) {
    const data = promiseColumns(promise)
    const where = { customerRef_caseId_id: { customerRef, caseId: id, id: promise.id } }
    await tx.casePromise.upsert({ where, create: { customerRef, caseId: id, ...data }, update: data })
  }
  for (const memo of rows.memos) {
    const data = memoColumns(memo)
    const where = { customerRef_id: { customerRef, id: memo.id } }
    await tx.memo.upsert({ where, create: { customerRef, caseId: id, ...data }, update: data })
  }
  await markDirtyWeeksIn(tx, { customers: [customerRef], instants: countedInstants(rows) })
}

/** When what figures count of a case happened. */
export function countedInstants({ state }: CaseRows): number[] {
  return [
    ...state.cycles.flatMap(({ startedAt, resolvedAt }) => [startedAt, resolvedAt ?? startedAt]),
    ...state.handoffs.map(({ offeredAt }) => offeredAt),
    ...state.promises.map(({ dueAt }) => dueAt),
    ...state.memos.map(({ sentAt }) => sentAt),
  ]
}

/** The columns of `cases` that follow from the timeline; targets are set where the case is opened. */
export function caseColumns({ state }: CaseRows) {
  const resolved = state.cycles.map(({ resolvedAt }) => resolvedAt).filter((at) => at !== null)
  return {
    ...{
      status: state.status,
      desk: state.desk,
      ownerId: state.owner,
      turn: state.turn,
      turnReason: state.turnReason,
    },
    ...{
      turnSince: new Date(state.turnSince),
      nextDueAt: toDate(state.nextDueAt),
      mergedInto: state.mergedInto,
    },
    ...{ firstAnswerAt: toDate(state.firstAnswerAt), lastContactAt: toDate(state.lastCustomerContactAt) },
    ...{ containedAt: toDate(state.containedAt), firstResolvedAt: toDate(resolved[0] ?? null) },
    ...{ lastResolvedAt: toDate(resolved.at(-1) ?? null), reopens: state.cycles.length - 1 },
    handoffCount: state.handoffs.filter(
      ({ acceptedAt, mode }) => acceptedAt !== null && mode !== 'onBehalf' && mode !== 'memo',
    ).length,
  }
}

export function handoffColumns(row: CaseRows['handoffs'][number]) {
  return {
    ...{
      id: row.id,
      ordinal: row.ordinal,
      mode: row.mode,
      fromDesk: row.fromDesk,
      fromPerson: row.fromPerson,
    },
    ...{ toDesk: row.toDesk, toPerson: row.toPerson, state: row.state, offeredAt: new Date(row.offeredAt) },
    ...{ acceptBy: new Date(row.acceptBy), acceptedAt: toDate(row.acceptedAt), acceptedBy: row.acceptedBy },
    ...{ releasedAt: toDate(row.releasedAt), servedAt: toDate(row.servedAt), endedAt: toDate(row.endedAt) },
    ...{
      acceptanceMs: row.acceptanceMs,
      acceptanceBusinessMs: row.acceptanceBusinessMs,
      declineReason: row.declineReason,
    },
    ...{ expiredInHours: row.expiredInHours, brief: { ...row.brief }, briefComplete: row.briefComplete },
    ...{ askedAgain: row.askedAgain, plannedReturn: row.plannedReturn },
  }
}

export function promiseColumns(row: CaseRows['promises'][number]) {
  return {
    ...{
      id: row.id,
      madeAt: new Date(row.madeAt),
      dueAt: new Date(row.dueAt),
      text: row.text,
      madeBy: row.madeBy,
    },
    ...{ state: row.state, endedAt: toDate(row.endedAt) },
  }
}

export function memoColumns(row: CaseRows['memos'][number]) {
  return {
    ...{
      id: row.id,
      sentAt: new Date(row.sentAt),
      sentBy: row.sentBy,
      toPerson: row.to,
      dueAt: new Date(row.dueAt),
    },
    ...{ state: row.state, problem: row.problem, tried: row.tried, request: row.request, reason: row.reason },
    ...{ decidedAt: toDate(row.decidedAt), escalations: row.escalations },
  }
}

export function segmentColumns(rows: CaseRows) {
  return rows.segments.map((segment, index) => ({
    ...{ seq: index + 1, startedAt: new Date(segment.from), endedAt: toDate(segment.to) },
    ...{ desk: segment.desk, ownerId: segment.owner, turn: segment.turn, cycle: segment.cycle },
    businessMs: segment.businessMs,
  }))
}

async function replaceSegments(tx: Tx, { customerRef, id }: Key, rows: CaseRows) {
  await tx.caseSegment.deleteMany({ where: { customerRef, caseId: id } })
  await tx.caseSegment.createMany({
    data: segmentColumns(rows).map((row) => ({ customerRef, caseId: id, ...row })),
  })
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant)
}
