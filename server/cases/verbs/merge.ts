import { type CaseState } from '../../../domain/cases/case-state.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { type CaseAtHand } from '../change-case.ts'
import { requireReach } from '../reach.ts'

/** Closes a duplicate in favour of the customer's other case; both keep their history. */
export function mergeCase(
  input: { readonly caseId: string; readonly into: string; readonly reason: string },
  change: PersonChange,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async (hand) => {
    await requireReach(hand.tx, change, input.caseId)
    await excludeDuplicate(hand, input.into)
    const payload = { into: input.into, reason: input.reason }
    return [{ type: 'case.merged', at: change.now, by: change.signedIn.personId, payload }]
  })
}

/** Counts the case apart from now on. Throws `unprocessable` unless `into` is another case of the same customer that goes on. */
export async function excludeDuplicate({ tx, row }: CaseAtHand, into: string): Promise<void> {
  const target = await tx.case.findUnique({
    where: { customerRef_id: { customerRef: row.customerRef, id: into } },
  })
  if (!target || target.id === row.id || target.status === 'merged') {
    const message = 'Choose another case of the same customer that is not merged itself.'
    throw new AppError('unprocessable', {
      userMessage: message,
      problems: [{ path: 'into', code: 'mergeTarget', message }],
    })
  }
  await tx.case.update({
    where: { customerRef_id: { customerRef: row.customerRef, id: row.id } },
    data: { excluded: 'duplicate' },
  })
}
