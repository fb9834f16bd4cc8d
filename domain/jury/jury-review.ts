import { z } from 'zod'
import { criterionKeys, highestValue } from './rubric.ts'
import { type Answers, weightedMean } from './weighted-mean.ts'

/** How sure a reviewer is of their own values. */
export const confidences = ['unsure', 'fairlySure', 'sure'] as const

export type Confidence = (typeof confidences)[number]

/** Why a reviewer hands a proposal back without a score. */
export const abstentions = ['conflict', 'notMyField', 'noTime'] as const

export type Abstention = (typeof abstentions)[number]

const valueSchema = z.int().min(0).max(highestValue).optional()

/** A score as it is sent: at least one criterion. */
export const scoreSchema = z.strictObject({
  answers: z
    .strictObject(Object.fromEntries(criterionKeys.map((key) => [key, valueSchema])))
    .transform((answers) => answers as Answers)
    .refine((answers) => weightedMean(answers) !== null, 'Judge at least one criterion, or abstain.'),
  confidence: z.enum(confidences),
  note: z.string().trim().max(2_000),
})

/** What one reviewer made of a proposal: a score, or why there is none. */
export type JuryReview =
  | {
      readonly kind: 'scored'
      readonly reviewer: string
      readonly answers: Answers
      readonly confidence: Confidence
    }
  | { readonly kind: 'abstained'; readonly reviewer: string; readonly reason: Abstention }

/** Whether somebody handed the proposal back as too close to them: they take no further part in its hearing, until they score after all. */
export function hasConflict(
  own: (Pick<JuryReview, 'kind'> & { readonly reason?: Abstention }) | null | undefined,
): boolean {
  return own?.kind === 'abstained' && own.reason === 'conflict'
}
