import { type CaseState } from '../../../domain/cases/case-state.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { findPresence } from '../presence.ts'
import { requireReach } from '../reach.ts'

/**
 * The person takes the case for themselves: theirs to see through from now on. Throws `unprocessable` for staff who neither belong to the
 * responsible desk nor cover for the owner: the customer would be with one desk and its case with another.
 */
export function takeCase(caseId: string, change: PersonChange): Promise<CaseState> {
  return changeCase(caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, caseId)
    const { personId } = change.signedIn
    if (state.owner === personId) return []
    const covers =
      state.owner !== null && (await findPresence(state.owner, change.now))?.coveredBy === personId
    const { role } = change.signedIn
    if (!covers && role === 'staff' && !(await isOfDesk(tx, state.desk, personId))) throw notOfDesk()
    const reason = covers ? 'cover' : 'taken'
    return [{ type: 'owner.changed', at: change.now, by: personId, payload: { owner: personId, reason } }]
  })
}

/** Gives the case to a colleague of the responsible desk. Throws `unprocessable` when they are not of that desk or have no account any more. */
export function assignCase(
  input: { readonly caseId: string; readonly owner: string },
  change: PersonChange,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const { owner } = input
    const working = await tx.person.count({ where: { id: owner, status: 'active' } })
    if (working === 0 || !(await isOfDesk(tx, state.desk, owner))) throw notOfDesk()
    const payload = { owner, reason: 'assigned' } as const
    return [{ type: 'owner.changed', at: change.now, by: change.signedIn.personId, payload }]
  })
}

async function isOfDesk(tx: Tx, deskKey: string, personId: string): Promise<boolean> {
  return (await tx.deskMember.count({ where: { deskKey, personId } })) > 0
}

function notOfDesk(): AppError {
  const message = 'Choose a colleague of the desk that has this case, or hand over to another desk.'
  return new AppError('unprocessable', {
    userMessage: message,
    problems: [{ path: 'owner', code: 'notOfDesk', message }],
  })
}
