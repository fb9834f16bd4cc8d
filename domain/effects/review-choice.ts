import { z } from 'zod'
import { proposalStages } from './proposal-stages.ts'

const third = z.enum(['low', 'middle', 'high']).nullish().default(null)

/** What narrows the rows of Review > Proposals, as it stands in the address. */
export const reviewChoiceSchema = z.object({
  stage: z.enum(proposalStages).nullish().default(null),
  /** Empty: those whose desk is covered. */
  desk: z.string().max(60).nullish().default(null),
  impact: third,
  effort: third,
})

/** Which rows of the review are wanted; null: no narrowing. */
export type ReviewChoice = z.output<typeof reviewChoiceSchema>
