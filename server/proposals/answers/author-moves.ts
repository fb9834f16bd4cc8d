import { cleanTyped } from '../../../domain/personal-data/clean-typed.ts'
import { redactText } from '../../../domain/personal-data/redact-text.ts'
import { answerWorkingDays } from '../../../domain/proposals/answer-due.ts'
import { findDecision, type ProposalState } from '../../../domain/proposals/proposal-state.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { dueInWorkingDays } from '../answer-terms.ts'
import { changeProposal } from '../change-proposal.ts'
import { chooseAnswerer } from '../choose-answerer.ts'
import { asChange, type PersonAct } from '../person-change.ts'

interface OwnMove {
  readonly proposalId: string
  readonly version: number
  readonly reason: string
}

/** The author takes the own proposal back before it is decided. */
export function withdrawProposal(
  { proposalId, version, reason }: OwnMove,
  act: PersonAct,
): Promise<ProposalState> {
  return changeProposal(proposalId, asChange(act, version), ({ row }) => {
    requireAuthor(row.authorId, act)
    const payload = { reason: redactOwn(reason, act) }
    return [{ type: 'proposal.withdrawn', at: act.now, by: row.authorId, payload }]
  })
}

/** The author asks somebody else to look again; an answer is owed anew, within five working days. */
export function appealDecision(
  { proposalId, version, reason }: OwnMove,
  act: PersonAct,
): Promise<ProposalState> {
  return changeProposal(proposalId, asChange(act, version), async ({ tx, row, state }) => {
    requireAuthor(row.authorId, act)
    const decidedBy = findDecision(state)?.decidedBy
    const excluded = [row.authorId, ...(decidedBy === undefined ? [] : [decidedBy])]
    const answerer = await chooseAnswerer(tx, { deskKey: row.deskKey, excluded })
    const dueAt = await dueInWorkingDays(tx, row.deskKey, act.now, answerWorkingDays)
    const payload = { reason: redactOwn(reason, act), answerer, dueAt }
    return [{ type: 'appeal.made', at: act.now, by: row.authorId, payload }]
  })
}

/** Others read these words while the author may be unnamed, so the author's own name is cut out as well. */
function redactOwn(text: string, { signedIn }: PersonAct): string {
  return redactText(cleanTyped(text).trim(), { language: signedIn.language, knownNames: [signedIn.name] })
}

function requireAuthor(authorId: string, { signedIn }: PersonAct) {
  if (authorId === signedIn.personId) return
  throw new AppError('forbidden', { userMessage: 'Only the author of a proposal can do this.' })
}
