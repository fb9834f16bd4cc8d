import { type ProposalState, findDecision } from '../../domain/proposals/proposal-state.ts'

/** What the table holds of a proposal's state; all of it follows from the timeline. */
export function proposalColumns(state: ProposalState) {
  const { owed, appeal } = state
  const decision = findDecision(state)
  return {
    status: state.status,
    anonymous: state.anonymous,
    answererId: owed?.answerer ?? null,
    answerOwedSince: toDate(owed?.since),
    answerDueAt: toDate(owed?.dueAt),
    answerRemindedAt: toDate(owed?.remindedAt),
    escalations: owed?.passed.length ?? 0,
    submittedAt: toDate(state.submittedAt),
    firstAnswerAt: toDate(state.answers[0]?.at),
    decidedAt: toDate(decision?.at),
    decidedBy: decision?.decidedBy ?? null,
    decisionReason: decision?.reason ?? null,
    whatWouldChange: decision?.whatWouldChange ?? null,
    appealedAt: toDate(appeal?.at),
    mergedInto: state.mergedInto,
    planId: state.planId,
    implementedAt: toDate(state.implementedAt),
    verdict: state.verdict,
  }
}

function toDate(epochMs: number | null | undefined): Date | null {
  return epochMs === null || epochMs === undefined ? null : new Date(epochMs)
}
