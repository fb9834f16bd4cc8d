import { z } from 'zod'
import { redactText } from '../../domain/personal-data/redact-text.ts'
import { linkSchema } from '../../domain/proposals/evidence.ts'
import { longestAnswer, longestTitle, storyKeys, storySourceSchema } from '../../domain/proposals/story.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { appealDecision, withdrawProposal } from './answers/author-moves.ts'
import { giveAnswer, passAnswer } from './answers/give-answer.ts'
import { listAnswerers } from './answers/list-answerers.ts'
import { addLink, removeEvidence } from './evidence/add-evidence.ts'
import { joinProposal, leaveProposal, supporterParts } from './join-proposal.ts'
import { type PersonAct } from './person-change.ts'
import { getProposal } from './queries/get-proposal.ts'
import { listProposals, proposalListSchema } from './queries/list-proposals.ts'
import { readOriginal } from './read-original.ts'
import { findSimilar } from './search/find-similar.ts'
import { discardDraft } from './story/discard-draft.ts'
import { answerInputSchema, saveAnswer } from './story/save-answer.ts'
import { startDraft } from './story/start-draft.ts'
import { submitStory } from './story/submit-story.ts'
import { purposeSchema, reasonSchema } from '../../domain/proposals/own-words.ts'

const onProposal = z.strictObject({ proposalId: z.uuid() })
const ownMove = onProposal.extend({
  version: z.number().int().positive(),
  reason: z.string().trim().max(4_000),
})

const actOf = (ctx: {
  signedIn: PersonAct['signedIn']
  now: () => number
  requestId: string
}): PersonAct => ({
  ...{ signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId },
})

/** Moves answer nothing: the state that they lead to names the author, from whom whoever answers or judges is kept. */
export const proposalsRouter = router({
  list: permitted('proposals.read')
    .input(proposalListSchema)
    .query(({ input, ctx }) => listProposals(input, ctx)),
  get: permitted('proposals.read')
    .input(onProposal)
    .query(({ input, ctx }) => getProposal(input.proposalId, ctx)),
  similar: permitted('proposals.read')
    .input(
      z.strictObject({
        title: z.string().max(longestTitle),
        text: z.string().max(longestAnswer),
        exceptId: z.uuid().nullable(),
      }),
    )
    // A mutation, because what somebody is writing must not stand in an address.
    .mutation(({ input: { title, text, exceptId }, ctx }) =>
      findSimilar(
        { title: redactText(title, ctx.signedIn), text: redactText(text, ctx.signedIn) },
        { exceptId, viewerId: ctx.signedIn.personId },
      ),
    ),
  start: permitted('proposals.write')
    .input(storySourceSchema)
    .mutation(({ input, ctx }) => startDraft(input, actOf(ctx))),
  saveAnswer: permitted('proposals.write')
    .input(answerInputSchema)
    .mutation(({ input, ctx }) => saveAnswer(input, actOf(ctx))),
  submit: permitted('proposals.write')
    .input(
      onProposal.extend({
        anonymous: z.boolean(),
        versions: z.record(z.enum(storyKeys), z.number().int().positive()),
      }),
    )
    .mutation(({ input, ctx }) => submitStory(input, actOf(ctx))),
  discard: permitted('proposals.write')
    .input(onProposal)
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await discardDraft(input.proposalId, actOf(ctx))
    }),
  addLink: permitted('proposals.write')
    .input(onProposal.extend({ link: linkSchema }))
    .mutation(({ input, ctx }) => addLink(input, actOf(ctx))),
  removeEvidence: permitted('proposals.write')
    .input(onProposal.extend({ evidenceId: z.uuid() }))
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await removeEvidence(input, actOf(ctx))
    }),
  withdraw: permitted('proposals.write')
    .input(ownMove)
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await withdrawProposal(input, actOf(ctx))
    }),
  appeal: permitted('proposals.write')
    .input(ownMove.extend({ reason: reasonSchema }))
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await appealDecision(input, actOf(ctx))
    }),
  join: permitted('proposals.write')
    .input(onProposal.extend({ part: z.enum(supporterParts), note: z.string().max(4_000) }))
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await joinProposal(input, actOf(ctx))
    }),
  leave: permitted('proposals.write')
    .input(onProposal)
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await leaveProposal(input.proposalId, actOf(ctx))
    }),
  answerers: permitted('proposals.answer').query(() => listAnswerers()),
  giveAnswer: permitted('proposals.answer')
    .input(
      onProposal.extend({
        version: z.number().int().positive(),
        text: reasonSchema,
        nextDueAt: z.number().int(),
      }),
    )
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await giveAnswer(input, actOf(ctx))
    }),
  passAnswer: permitted('proposals.answer')
    .input(ownMove.extend({ to: z.uuid(), reason: z.string().trim().min(3).max(1_000) }))
    .output(z.void())
    .mutation(async ({ input, ctx }) => {
      await passAnswer(input, actOf(ctx))
    }),
  readOriginal: permitted('proposalOriginals.read')
    .input(onProposal.extend({ purpose: purposeSchema }))
    .mutation(({ input, ctx }) => readOriginal(input, actOf(ctx))),
})
