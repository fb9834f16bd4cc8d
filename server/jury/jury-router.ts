import { z } from 'zod'
import { decisionSchema } from '../../domain/jury/jury-decision.ts'
import { abstentions, scoreSchema } from '../../domain/jury/jury-review.ts'
import { reasonSchema } from '../../domain/proposals/own-words.ts'
import { type Context } from '../trpc/context.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { answerQuestion, askAuthor, listMyQuestions } from './ask-author.ts'
import { openTalk, readLetter, withdrawLetter, writeLetter } from './decide.ts'
import { addComment, listComments, removeComment } from './discussion/comment.ts'
import { getJuryProposal } from './get-jury-proposal.ts'
import { listJuryGaps } from './list-gaps.ts'
import { listJury } from './list-jury.ts'
import { mergeProposals, undoMerge } from './merge-proposals.ts'
import { releaseLetters } from './release-letters.ts'
import { abstain, submitScore } from './submit-review.ts'

const proposalId = z.uuid()
const moveSchema = z.object({ proposalId, version: z.int().positive() })
const reviewMoveSchema = z.object({
  ...{ proposalId, round: z.int().positive() },
  /** The version of the own review that was seen; 0: none yet. */
  edition: z.int().nonnegative(),
})
const words = z.string().trim().min(1).max(2_000)

const person = ({ signedIn, now, requestId }: Context & { signedIn: NonNullable<Context['signedIn']> }) => ({
  ...{ signedIn, now: now(), requestId },
})

export const juryRouter = router({
  /** What the jury has before it, the least reviewed first. */
  list: permitted('jury.read').query(({ ctx }) => listJury(person(ctx))),

  get: permitted('jury.read')
    .input(z.object({ proposalId }))
    .query(({ input, ctx }) => getJuryProposal(input.proposalId, person(ctx))),

  /** Whose proposals or appeals nobody could decide, for Settings. */
  gaps: permitted('desks.read').query(() => listJuryGaps()),

  score: permitted('jury.review')
    .input(reviewMoveSchema.extend({ score: scoreSchema }))
    .output(z.void())
    .mutation(({ input, ctx }) => submitScore(input, input.score, person(ctx))),

  abstain: permitted('jury.review')
    .input(reviewMoveSchema.extend({ reason: z.enum(abstentions) }))
    .output(z.void())
    .mutation(({ input, ctx }) => abstain(input, input.reason, person(ctx))),

  ask: permitted('jury.review')
    .input(z.object({ proposalId, question: words }))
    .output(z.void())
    .mutation(({ input, ctx }) => askAuthor(input, person(ctx))),

  openTalk: permitted('jury.decide')
    .input(moveSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => openTalk(input, person(ctx))),

  writeLetter: permitted('jury.decide')
    .input(moveSchema.extend({ decision: decisionSchema }))
    .output(z.void())
    .mutation(({ input, ctx }) => writeLetter(input, input.decision, person(ctx))),

  readLetter: permitted('jury.review')
    .input(moveSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => readLetter(input, person(ctx))),

  withdrawLetter: permitted('jury.decide')
    .input(moveSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => withdrawLetter(input, person(ctx))),

  release: permitted('jury.decide')
    .input(z.object({ moves: z.array(moveSchema).min(1).max(100) }))
    .output(z.void())
    .mutation(({ input, ctx }) => releaseLetters(input.moves, person(ctx))),

  merge: permitted('jury.decide')
    .input(z.object({ proposalId, into: z.uuid(), reason: reasonSchema }))
    .output(z.void())
    .mutation(({ input, ctx }) => mergeProposals(input, person(ctx))),

  undoMerge: permitted('jury.decide')
    .input(z.object({ proposalId, reason: words.max(1_000) }))
    .output(z.void())
    .mutation(({ input, ctx }) => undoMerge(input, person(ctx))),

  /** What the jury asks the author, for the author alone. */
  myQuestions: permitted('proposals.discuss')
    .input(z.object({ proposalId }))
    .query(({ input, ctx }) => listMyQuestions(input.proposalId, person(ctx))),

  answer: permitted('proposals.discuss')
    .input(z.object({ questionId: z.uuid(), answer: words }))
    .output(z.void())
    .mutation(({ input, ctx }) => answerQuestion(input, person(ctx))),

  comments: permitted('comments.read')
    .input(z.object({ proposalId }))
    .query(({ input, ctx }) => listComments(input.proposalId, person(ctx))),

  comment: permitted('proposals.discuss')
    .input(z.object({ proposalId, text: words }))
    .output(z.void())
    .mutation(({ input, ctx }) => addComment(input, person(ctx))),

  removeComment: permitted('proposals.discuss')
    .input(z.object({ commentId: z.uuid() }))
    .output(z.void())
    .mutation(({ input, ctx }) => removeComment(input.commentId, person(ctx))),
})
