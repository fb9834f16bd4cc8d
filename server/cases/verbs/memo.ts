import { randomUUID } from 'node:crypto'
import { type CaseEvent, type CaseEventPayload } from '../../../domain/cases/case-event.ts'
import { type CaseState } from '../../../domain/cases/case-state.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { requireReach } from '../reach.ts'

/** Asks a manager to solve this customer's problem; the case shows from now on that it waits for the manager. */
export function sendMemo(
  input: { readonly caseId: string } & Pick<
    CaseEventPayload<'memo.sent'>,
    'to' | 'dueAt' | 'problem' | 'tried' | 'request'
  >,
  change: PersonChange,
): Promise<CaseState> {
  const { caseId, ...memo } = input
  return changeCase(caseId, asPerson(change), async ({ tx }) => {
    await requireReach(tx, change, caseId)
    await requireManager(tx, input.to)
    return [
      {
        type: 'memo.sent',
        at: change.now,
        by: change.signedIn.personId,
        payload: { ...memo, memoId: randomUUID() },
      },
    ]
  })
}

/** The manager who was asked grants, returns or refers, with a reason. Throws `forbidden` for anybody else. */
export function decideMemo(
  input: { readonly caseId: string } & Omit<CaseEventPayload<'memo.decided'>, 'nextMemoId'>,
  change: PersonChange,
): Promise<CaseState> {
  const { caseId, ...decision } = input
  const payload = { ...decision, nextMemoId: decision.decision === 'referred' ? randomUUID() : null }
  return changeCase(caseId, asPerson(change), async ({ tx, state }) => {
    const asked = state.memos.find(({ id }) => id === input.memoId)
    if (asked && asked.to !== change.signedIn.personId) {
      throw new AppError('forbidden', {
        userMessage: 'Only the manager who was asked can decide this memo.',
        details: { reason: 'notAsked' },
      })
    }
    if (payload.decision === 'referred' && payload.referTo !== null) await requireManager(tx, payload.referTo)
    return [{ type: 'memo.decided', at: change.now, by: change.signedIn.personId, payload } as CaseEvent]
  })
}

/** Throws `unprocessable` unless the person is a manager who works here. */
export async function requireManager(tx: Tx, personId: string) {
  const person = await tx.person.findFirst({ where: { id: personId, role: 'manager', status: 'active' } })
  if (person) return
  const message = 'Choose a manager: only managers decide memos.'
  throw new AppError('unprocessable', {
    userMessage: message,
    problems: [{ path: 'to', code: 'notManager', message }],
  })
}
