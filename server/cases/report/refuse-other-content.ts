import { type CaseEvent } from '../../../domain/cases/case-event.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'
import { loadTimeline } from '../change-case.ts'
import { firstPromiseId, type NewCase, type OpenedCase } from '../open-case.ts'

/**
 * A sender's id stands for one case. Throws `conflict`, naming each field that differs, when the case was opened with other content than
 * it is sent with now; what happened since its opening does not matter.
 */
export async function refuseOtherContent(
  tx: Tx,
  { id: caseId, customerRef }: OpenedCase,
  sent: NewCase,
): Promise<void> {
  const [opened, next] = await loadTimeline(tx, customerRef, caseId)
  const { segment, language, alertId } = await tx.case.findUniqueOrThrow({
    where: { customerRef_id: { customerRef, id: caseId } },
  })
  if (opened?.type !== 'case.opened') throw new RangeError(`A case begins with being opened: ${caseId}`)
  const { kind, desk, owner, channel, summary, priority, category } = opened.payload
  const known = { kind, desk, owner, channel, summary, priority, category, segment, language, alertId }
  const differs = [
    ...(Object.keys(known) as (keyof typeof known)[])
      .filter((field) => known[field] !== sent[field])
      .map((field) => (field === 'segment' || field === 'language' ? `customer.${field}` : field)),
    ...(opened.at === sent.openedAt ? [] : ['openedAt']),
    ...(promisedAt(caseId, next) === (sent.next?.dueAt ?? null) ? [] : ['nextContact']),
  ]
  if (differs.length === 0) return
  throw new AppError('conflict', {
    userMessage:
      'A case with this id was opened with other content. Send what happened since as events of that case, or use a new id.',
    problems: differs.map((path) => ({
      ...{ path, code: 'differs', message: 'The case was opened with another value.' },
    })),
    details: { reason: 'otherContent', caseId },
  })
}

/** The promise that was made with the opening; a later one is none of its content. */
function promisedAt(caseId: string, event: CaseEvent | undefined): number | null {
  if (event?.type !== 'promise.made' || event.payload.promiseId !== firstPromiseId(caseId)) return null
  return event.payload.dueAt
}
