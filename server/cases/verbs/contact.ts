import { randomUUID } from 'node:crypto'
import { type CaseEvent, type CaseEventPayload } from '../../../domain/cases/case-event.ts'
import { type CaseState, openPromiseOf } from '../../../domain/cases/case-state.ts'
import { foldCaseEvent } from '../../../domain/cases/fold-case.ts'
import { changeCase } from '../change-case.ts'
import { type NextContact } from '../next-contact.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { requireReach } from '../reach.ts'

/**
 * The customer and we were in touch, and maybe they were told when they hear from us again: one move, so that whoever tells that
 * there is no news yet cannot forget the next time. A promise that the contact does not keep is moved.
 */
export function recordContact(
  input: {
    readonly caseId: string
    readonly contact: CaseEventPayload<'contact.made'>
    readonly next: NextContact | null
  },
  change: PersonChange,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const on = { at: change.now, by: change.signedIn.personId }
    const contact: CaseEvent = { ...on, type: 'contact.made', payload: input.contact }
    if (input.next === null) return [contact]
    const after = foldCaseEvent(state, contact)
    const open = after && openPromiseOf(after)
    return [contact, promised(on, open?.id ?? null, input.next)]
  })
}

function promised(
  on: { readonly at: number; readonly by: string },
  open: string | null,
  next: NextContact,
): CaseEvent {
  const id = randomUUID()
  return open === null
    ? { ...on, type: 'promise.made', payload: { promiseId: id, ...next } }
    : { ...on, type: 'promise.renegotiated', payload: { promiseId: open, nextPromiseId: id, ...next } }
}
