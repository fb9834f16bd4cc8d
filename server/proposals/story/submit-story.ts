import { answerWorkingDays } from '../../../domain/proposals/answer-due.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { missingAnswers, type StoryKey } from '../../../domain/proposals/story.ts'
import { dueInWorkingDays } from '../answer-terms.ts'
import { changeProposal } from '../change-proposal.ts'
import { chooseAnswerer } from '../choose-answerer.ts'
import { asChange, type PersonAct } from '../person-change.ts'
import { indexProposal } from '../search/index-proposal.ts'
import { lockOwnDraft } from './own-draft.ts'

/**
 * Hands a story in: from now on it cannot be edited, others find it, and its author is owed an answer within five working days.
 * `versions`: of the answers that the author saw. Throws `conflict` when one was changed elsewhere, `unprocessable` when
 * answers are missing.
 */
export async function submitStory(
  input: {
    readonly proposalId: string
    readonly anonymous: boolean
    readonly versions: Readonly<Partial<Record<StoryKey, number>>>
  },
  act: PersonAct,
): Promise<{ readonly dueAt: number }> {
  const { proposalId, anonymous } = input
  const { signedIn, now } = act
  const state = await changeProposal(proposalId, asChange(act, null), async ({ tx, row }) => {
    await lockOwnDraft(tx, proposalId, signedIn.personId)
    const fields = await tx.proposalField.findMany({ where: { proposalId } })
    requireSeen(fields, input.versions)
    requireComplete(Object.fromEntries(fields.map(({ key, redacted }) => [key, redacted])))
    await indexProposal(tx, proposalId)
    const answerer = await chooseAnswerer(tx, { deskKey: row.deskKey, excluded: [row.authorId] })
    const dueAt = await dueInWorkingDays(tx, row.deskKey, now, answerWorkingDays)
    return [
      { type: 'proposal.submitted', at: now, by: signedIn.personId, payload: { anonymous, answerer, dueAt } },
    ]
  })
  return { dueAt: state.owed?.dueAt ?? now }
}

function requireSeen(
  fields: readonly { readonly key: string; readonly version: number }[],
  seen: Readonly<Partial<Record<StoryKey, number>>>,
) {
  const changed = fields.find(({ key, version }) => seen[key as StoryKey] !== version)
  if (!changed) return
  throw new AppError('conflict', {
    userMessage: 'An answer was changed in another window meanwhile. Look at it again, then submit.',
    details: { reason: 'otherWindow', key: changed.key, version: changed.version },
  })
}

function requireComplete(texts: Readonly<Partial<Record<StoryKey, string>>>) {
  const missing = missingAnswers(texts)
  if (missing.length === 0) return
  throw new AppError('unprocessable', {
    userMessage: 'Some answers are still missing. A sentence each is enough.',
    details: { reason: 'answersMissing' },
    problems: missing.map((path) => ({ path, code: 'required', message: 'This answer is missing.' })),
  })
}
