import { type CaseState } from '../../../domain/cases/case-state.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'

/** A manager answers an operator who asked without leaving the customer. */
export function answerSupervisor(
  input: { readonly caseId: string; readonly answer: string; readonly granted: boolean },
  change: PersonChange,
): Promise<CaseState> {
  const { caseId, ...payload } = input
  return changeCase(caseId, asPerson(change), () => [
    { type: 'supervisor.answered', at: change.now, by: change.signedIn.personId, payload },
  ])
}
