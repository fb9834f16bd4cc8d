import { type CriterionKey, criterionKeys, rubric } from './rubric.ts'

/** A reviewer's values, 0 to 4; what they could not judge is left out and is not a zero. */
export type Answers = Readonly<Partial<Record<CriterionKey, number>>>

/** The weighted mean, 0 to 4, over what was answered; null when nothing was. */
export function weightedMean(answers: Answers): number | null {
  let sum = 0
  let weights = 0
  for (const key of criterionKeys) {
    const value = answers[key]
    if (value === undefined) continue
    sum += rubric[key].weight * value
    weights += rubric[key].weight
  }
  return weights === 0 ? null : sum / weights
}
