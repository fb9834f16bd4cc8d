import { z } from 'zod'
import { cleanTyped } from '../../../domain/personal-data/clean-typed.ts'
import { markChoiceSchema } from '../../../domain/personal-data/mark-choice.ts'
import { redactText } from '../../../domain/personal-data/redact-text.ts'
import { longestAnswer, longestOf, storyKeys } from '../../../domain/proposals/story.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { getPrisma } from '../../db/prisma.ts'
import { type PersonAct } from '../person-change.ts'
import { loadKnownPeople } from './known-people.ts'
import { lockOwnDraft } from './own-draft.ts'

export const answerInputSchema = z
  .strictObject({
    proposalId: z.uuid(),
    key: z.enum(storyKeys),
    text: z.string().max(longestAnswer),
    choices: z.array(markChoiceSchema).max(200),
    /** The version of this answer that the browser has. */
    version: z.number().int().positive(),
  })
  .refine(({ key, text }) => text.length <= longestOf(key), { path: ['text'], message: 'This is too long.' })

/**
 * Keeps one answer of a draft as it was typed, with its redacted twin, and gives its new version. Drafts are not audited letter
 * by letter. Throws `conflict` with the stored version when the answer was saved elsewhere meanwhile, also once it is submitted.
 */
export async function saveAnswer(
  input: z.infer<typeof answerInputSchema>,
  { signedIn, now }: PersonAct,
): Promise<{ readonly version: number; readonly savedAt: number }> {
  return getPrisma().$transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, input.proposalId, signedIn.personId)
    const where = { proposalId_key: { proposalId: input.proposalId, key: input.key } }
    const stored = await tx.proposalField.findUniqueOrThrow({ where, select: { version: true } })
    if (stored.version !== input.version) {
      throw new AppError('conflict', {
        userMessage:
          'This answer was changed in another window meanwhile. Compare both and keep what you want.',
        details: { reason: 'otherWindow', version: stored.version },
      })
    }
    const original = cleanTyped(input.text)
    const known = await loadKnownPeople(tx, { ...draft, kind: draft.sourceKind, id: draft.sourceId })
    const redacted = redactText(original, { language: draft.language, known, choices: input.choices })
    const version = stored.version + 1
    await tx.proposalField.update({
      where,
      data: { original, redacted, choices: input.choices, version, editedAt: new Date(now) },
    })
    await tx.proposal.update({
      where: { id: input.proposalId },
      data: { updatedAt: new Date(now), ...(input.key === 'title' && { title: redacted.trim() || null }) },
    })
    return { version, savedAt: now }
  })
}
