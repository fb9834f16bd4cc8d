import { AppError } from '../../../domain/errors/app-error.ts'
import { type ProposalState } from '../../../domain/proposals/proposal-state.ts'
import { changeProposal } from '../change-proposal.ts'
import { asChange, type PersonAct } from '../person-change.ts'
import { redactAbout } from '../redact-about.ts'
import { longestPutOffMs } from '../../../domain/proposals/answer-due.ts'
import { refuseInput } from '../../../domain/proposals/proposal-refusal.ts'

/** Answers the author without deciding yet, and says by when the next answer comes. Only who owes the answer can. */
export function giveAnswer(
  input: {
    readonly proposalId: string
    readonly version: number
    readonly text: string
    readonly nextDueAt: number
  },
  act: PersonAct,
): Promise<ProposalState> {
  const { proposalId, version, nextDueAt } = input
  if (nextDueAt - act.now > longestPutOffMs)
    refuseInput('nextDueAt', 'The next answer comes within 30 days: later is none.', 'putOffTooLong')
  return changeProposal(proposalId, asChange(act, version), async ({ tx, state }) => {
    requireAnswerer(state, act)
    const text = await redactAbout(tx, proposalId, input.text, act.signedIn)
    return [{ type: 'answer.given', at: act.now, by: act.signedIn.personId, payload: { text, nextDueAt } }]
  })
}

/** Hands the duty to answer to another manager; the due time stays, and so does the author's right to it. */
export function passAnswer(
  input: {
    readonly proposalId: string
    readonly version: number
    readonly to: string
    readonly reason: string
  },
  act: PersonAct,
): Promise<ProposalState> {
  const { proposalId, version, to } = input
  return changeProposal(proposalId, asChange(act, version), async ({ tx, state }) => {
    requireAnswerer(state, act)
    const able = await tx.person.findFirst({
      where: { id: to, status: 'active', role: { in: ['manager', 'admin'] } },
    })
    if (!able) {
      throw new AppError('unprocessable', {
        userMessage: 'Choose somebody who can answer: a manager or an administrator.',
        details: { reason: 'cannotAnswer' },
        problems: [{ path: 'to', code: 'unknown', message: 'Cannot answer' }],
      })
    }
    const reason = await redactAbout(tx, proposalId, input.reason, act.signedIn)
    return [{ type: 'answerer.changed', at: act.now, by: act.signedIn.personId, payload: { to, reason } }]
  })
}

function requireAnswerer(state: ProposalState, { signedIn }: PersonAct) {
  if (state.owed?.answerer === signedIn.personId || state.owed === null) return
  throw new AppError('forbidden', {
    userMessage: 'Somebody else owes this answer now.',
    details: { reason: 'notYoursToAnswer' },
  })
}
