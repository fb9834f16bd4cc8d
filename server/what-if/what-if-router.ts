import { z } from 'zod'
import { type WhatIfResult } from '../../domain/what-if/what-if-result.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { getActiveRuleSet } from '../screening/screening.ts'
import { type Advice, adviceRequestSchema } from './advise.ts'
import { getCapacity } from './get-capacity.ts'
import { examplesRequestSchema, listExamples } from './list-examples.ts'
import { questionSchema } from './question.ts'
import { readHistograms } from './read-histograms.ts'
import { cancelRun, getQuestion, getRun, type Run, startRun } from './runs.ts'

/** So long a request waits for an answer before the page shows progress. */
const patienceMs = 2_000

/** A run whose answer is a what-if. */
type ResultRun = Omit<Run, 'answer'> & { readonly answer: WhatIfResult | null }

type AdviceRun = Omit<Run, 'answer'> & { readonly answer: Advice | null }

export const whatIfRouter = router({
  /** What every rule of a draft would ask alone at every threshold: answers a moving handle in the browser. A draft is too long for an address. */
  histograms: permitted('thresholds.read')
    .input(questionSchema)
    .mutation(({ input }) => readHistograms(input)),

  /** Measures a draft against the active version: exact counts, at once or as a run that goes on. */
  result: permitted('thresholds.read')
    .input(questionSchema)
    .mutation(
      ({ input, ctx }) =>
        startRun('result', input, {
          personId: ctx.signedIn.personId,
          now: ctx.now(),
          patienceMs,
        }) as Promise<ResultRun>,
    ),

  /** Asks the advisor: thresholds for growing numbers of questions, as a run. */
  advise: permitted('thresholds.read')
    .input(adviceRequestSchema)
    .mutation(
      ({ input, ctx }) =>
        startRun('advice', input, {
          personId: ctx.signedIn.personId,
          now: ctx.now(),
          patienceMs,
        }) as Promise<AdviceRun>,
    ),

  /** How far an advice is, with it once it is done. */
  advice: permitted('thresholds.read')
    .input(z.object({ id: z.uuid() }))
    .query(({ input, ctx }) => getRun(input.id, ctx.signedIn.personId) as Promise<AdviceRun>),

  /** How far a run is, with its answer once it is done. */
  run: permitted('thresholds.read')
    .input(z.object({ id: z.uuid() }))
    .query(({ input, ctx }) => getRun(input.id, ctx.signedIn.personId) as Promise<ResultRun>),

  cancel: permitted('thresholds.read')
    .input(z.object({ id: z.uuid() }))
    .mutation(({ input, ctx }) => cancelRun(input.id, ctx.signedIn.personId) as Promise<ResultRun>),

  /** A page of purchases that would newly be asked about, or no longer. */
  examples: permitted('thresholds.read')
    .input(examplesRequestSchema)
    .query(async ({ input: { runId, ...request }, ctx }) => {
      const question = await getQuestion(runId, ctx.signedIn.personId)
      return listExamples(questionSchema.parse(question), request)
    }),

  /** The rules that decide now, beside which a draft is held. */
  activeRules: permitted('thresholds.read').query(async () => (await getActiveRuleSet()).rules),

  /** People on shift and minutes per question, to hold against the questions. */
  capacity: permitted('thresholds.read').query(({ ctx }) => getCapacity(ctx.now())),
})
