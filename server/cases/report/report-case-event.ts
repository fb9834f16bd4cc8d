import { isDeepStrictEqual } from 'node:util'
import { presentState } from '../../../domain/cases/admit-case-events.ts'
import { refuse } from '../../../domain/cases/case-refusal.ts'
import { fromReport, type ReportedEvent } from '../../../domain/cases/reported-event.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { addBusinessMs } from '../../../domain/time/business-time.ts'
import { roundTheClock } from '../../../domain/time/calendar-versions.ts'
import { type Tx } from '../../db/prisma.ts'
import { type CaseChange, type CaseAtHand, changeCaseIn } from '../change-case.ts'
import { type DeskStatus, listDeskStatuses } from '../desk-status.ts'
import { uuidOf } from '../open-case.ts'
import { requireSomebodyThere } from '../verbs/hand-over.ts'
import { requireManager } from '../verbs/memo.ts'
import { excludeDuplicate } from '../verbs/merge.ts'

/** How far a sender's clock may be ahead of ours. */
const clockSkewMs = 5 * 60_000

/** How long another system may take to tell what the product's own clock decided without it. */
const lateReportMs = 24 * 3_600_000

/**
 * Adds to a case what another system says happened to it, under the same life cycle as a move by a person; part of the caller's
 * transaction. An event that the case knows already (same type, time and content) changes nothing, so a retry is harmless. What happened
 * before our clock let an offer expire or a promise break counts from its own time when it is told within a day and nobody did
 * anything since. Throws `conflict` for anything older, `unprocessable` for times that have not come, unknown desks and people, and
 * what the state machine refuses.
 */
export async function reportCaseEvent(
  tx: Tx,
  caseId: string,
  reported: ReportedEvent,
  change: Pick<CaseChange, 'actor' | 'now' | 'requestId'>,
): Promise<void> {
  refuseFuture('at', Date.parse(reported.at), change.now)
  await changeCaseIn(tx, caseId, { ...change, expectedVersion: null }, async (hand) => {
    const desk = await checkAgainstOrganisation(hand, reported, change.now)
    const event = fromReport(reported, {
      by: change.actor.id ?? change.actor.kind,
      idFor: (what) => uuidOf([what, caseId, reported.type, reported.at]),
      offerTerms: (offer) => offerTerms(hand, desk, offer),
    })
    if (hand.timeline.some((known) => isDeepStrictEqual(known, event))) return []
    if (event.at < hand.state.lastEventAt && event.at < change.now - lateReportMs)
      refuse('outOfOrder', presentState(hand.state))
    return [event]
  })
}

/** Throws `unprocessable` for what happens only in the future. */
export function refuseFuture(path: string, at: number, now: number): void {
  if (at <= now + clockSkewMs) return
  const message = 'This lies in the future. Send it when it has happened, with the time at which it did.'
  throw new AppError('unprocessable', {
    userMessage: message,
    problems: [{ path, code: 'future', message }],
  })
}

async function checkAgainstOrganisation(
  hand: CaseAtHand,
  reported: ReportedEvent,
  now: number,
): Promise<DeskStatus | null> {
  if (reported.type === 'memo.sent') {
    await requireManager(hand.tx, reported.to)
    await refuseIdOfAnotherCase(hand, 'memo', reported.memoId)
  }
  if (reported.type === 'case.merged') await excludeDuplicate(hand, reported.into)
  if (reported.type !== 'handoff.offered') return null
  await refuseIdOfAnotherCase(hand, 'handoff', reported.handoffId)
  const [desk] = await listDeskStatuses(hand.tx, now, { only: reported.toDesk, viewer: null })
  if (!desk) {
    const message = 'There is no such desk. Send the key of one of Settings > Desks.'
    throw new AppError('unprocessable', {
      userMessage: message,
      problems: [{ path: 'toDesk', code: 'unknown', message }],
    })
  }
  if (reported.mode === 'cold') requireSomebodyThere(desk)
  return desk
}

/** An id that another case of the customer uses would write over that case's row. */
async function refuseIdOfAnotherCase(
  { tx, row }: CaseAtHand,
  what: 'handoff' | 'memo',
  id: string | undefined,
): Promise<void> {
  if (id === undefined) return
  const other = { customerRef: row.customerRef, id, caseId: { not: row.id } }
  const taken = await (what === 'handoff'
    ? tx.handoff.count({ where: other })
    : tx.memo.count({ where: other }))
  if (taken === 0) return
  const message = `Another case has a ${what} with this id. Send a new id, or leave it out.`
  throw new AppError('unprocessable', {
    userMessage: message,
    problems: [{ path: `${what}Id`, code: 'taken', message }],
  })
}

function offerTerms(
  { state, calendarOf }: CaseAtHand,
  desk: DeskStatus | null,
  offer: Extract<ReportedEvent, { type: 'handoff.offered' }>,
) {
  const hours = state.emergency ? roundTheClock : calendarOf(offer.toDesk)
  const acceptMs = (desk?.acceptMinutes ?? 0) * 60_000
  return {
    acceptBy: offer.acceptBy
      ? Date.parse(offer.acceptBy)
      : addBusinessMs(hours, Date.parse(offer.at), acceptMs),
    briefComplete: (desk?.brief ?? []).every(({ key, required }) => !required || offer.brief[key]?.trim()),
  }
}
