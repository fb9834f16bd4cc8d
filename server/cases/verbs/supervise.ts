import { refuse } from '../../../domain/cases/case-refusal.ts'
import { type CaseState } from '../../../domain/cases/case-state.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'

/**
 * A manager answers an operator who asked without leaving the customer. The answer belongs to the question of `askedAt` (epoch ms),
 * whatever steps the operator took meanwhile. Throws `conflict` when that one is answered already.
 */
export function answerSupervisor(
  input: {
    readonly caseId: string
    readonly askedAt: number
    readonly answer: string
    readonly granted: boolean
  },
  change: PersonChange,
): Promise<CaseState> {
  const { caseId, askedAt, ...payload } = input
  return changeCase(caseId, { ...asPerson(change), expectedVersion: null }, ({ state }) => {
    if (state.supervisorAskedAt !== null && state.supervisorAskedAt !== askedAt) refuse('otherQuestion')
    return [{ type: 'supervisor.answered', at: change.now, by: change.signedIn.personId, payload }]
  })
}
