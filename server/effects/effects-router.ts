import { z } from 'zod'
import { effectPlanSchema } from '../../domain/effects/effect-plan.ts'
import { reasonSchema } from '../../domain/proposals/own-words.ts'
import { type Context } from '../trpc/context.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { scopeSchema } from '../../domain/metrics/scope-schema.ts'
import { reviewChoiceSchema } from '../../domain/effects/review-choice.ts'
import { getProposalReview } from './review/get-proposal-review.ts'
import { getEffect } from './get-effect.ts'
import { listEffects } from './list-effects.ts'
import { listOwners } from './list-owners.ts'
import { finishWork, lockPlan, startWork, stopWork } from './move-work.ts'
import { savePlan } from './save-plan.ts'

const moveSchema = z.object({ proposalId: z.uuid(), version: z.int().positive() })

const person = ({ signedIn, now, requestId }: Context & { signedIn: NonNullable<Context['signedIn']> }) => ({
  ...{ signedIn, now: now(), requestId },
})

export const effectsRouter = router({
  /** Every accepted proposal and what became of it. */
  list: permitted('effects.read').query(({ ctx }) => listEffects(ctx.now())),

  get: permitted('effects.read')
    .input(z.object({ proposalId: z.uuid() }))
    .query(({ input, ctx }) => getEffect(input.proposalId, person(ctx))),

  /** Everything that Review > Proposals shows. */
  review: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema, choice: reviewChoiceSchema }))
    .query(({ input, ctx }) => getProposalReview(input.scope, input.choice, person(ctx))),

  owners: permitted('effects.work').query(() => listOwners()),

  savePlan: permitted('effects.work')
    .input(z.object({ proposalId: z.uuid(), ownerId: z.uuid(), plan: effectPlanSchema }))
    .output(z.void())
    .mutation(({ input, ctx }) => savePlan(input, person(ctx))),

  lockPlan: permitted('effects.decide')
    .input(moveSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => lockPlan(input, person(ctx))),

  start: permitted('effects.work')
    .input(moveSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => startWork(input, person(ctx))),

  finish: permitted('effects.work')
    .input(moveSchema)
    .output(z.void())
    .mutation(({ input, ctx }) => finishWork(input, person(ctx))),

  stop: permitted('effects.decide')
    .input(moveSchema.extend({ reason: reasonSchema, whatWouldChange: reasonSchema }))
    .output(z.void())
    .mutation(({ input, ctx }) => stopWork(input, person(ctx))),
})
