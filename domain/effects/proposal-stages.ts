import { type DurationSummary, summariseDurations } from '../statistics/duration-summary.ts'
import { type Rate, rateOf } from '../statistics/rate.ts'

/** How far a proposal can have come, each within the one before but for `told`, which follows `decided` when letters go out. */
export const proposalStages = [
  'submitted',
  'answered',
  'decided',
  'told',
  'accepted',
  'implemented',
  'effectKnown',
] as const

export type ProposalStage = (typeof proposalStages)[number]

/** A proposal as the review counts it; instants in epoch ms, null while it has not come to that. */
export interface ReviewedProposal {
  /** null while the jury is blind: a desk of few people would name the author. */
  readonly desk: string | null
  readonly submittedAt: number
  readonly firstAnswerAt: number | null
  /** When the first answer was owed. */
  readonly firstAnswerDueAt: number
  /** The jury has written its letter; it may still wait to be read. */
  readonly isDecided: boolean
  readonly toldAt: number | null
  readonly isAccepted: boolean
  readonly implementedAt: number | null
  readonly verdict: string | null
}

const reached: Readonly<Record<ProposalStage, (proposal: ReviewedProposal) => boolean>> = {
  submitted: () => true,
  answered: ({ firstAnswerAt }) => firstAnswerAt !== null,
  decided: ({ isDecided, toldAt }) => isDecided || toldAt !== null,
  told: ({ toldAt }) => toldAt !== null,
  accepted: ({ isAccepted }) => isAccepted,
  implemented: ({ implementedAt }) => implementedAt !== null,
  effectKnown: ({ verdict }) => verdict !== null,
}

/** Whether a proposal has come as far as a stage. Figures and the rows behind them ask this one function. */
export function hasReached(proposal: ReviewedProposal, stage: ProposalStage): boolean {
  return reached[stage](proposal)
}

/** The figures of some proposals that were submitted in a range, followed to now (cohort). */
export interface StageFigures {
  readonly stages: Readonly<Record<ProposalStage, Rate>>
  /** Submission to first answer, calendar time; those without an answer count as still open. */
  readonly firstAnswer: DurationSummary
  /** First answers that came by their due time, of those that came or are past it. */
  readonly inTime: Rate
}

export function countStages(proposals: readonly ReviewedProposal[], now: number): StageFigures {
  const due = proposals.filter(
    ({ firstAnswerAt, firstAnswerDueAt }) => firstAnswerAt !== null || firstAnswerDueAt < now,
  )
  const met = due.filter(
    ({ firstAnswerAt, firstAnswerDueAt }) => firstAnswerAt !== null && firstAnswerAt <= firstAnswerDueAt,
  )
  return {
    stages: Object.fromEntries(
      proposalStages.map((stage) => [
        stage,
        rateOf(proposals.filter((proposal) => hasReached(proposal, stage)).length, proposals.length),
      ]),
    ) as Record<ProposalStage, Rate>,
    firstAnswer: summariseDurations(
      proposals.map(({ submittedAt, firstAnswerAt }) => ({
        duration: Math.max(0, (firstAnswerAt ?? now) - submittedAt),
        isOpen: firstAnswerAt === null,
      })),
      null,
    ),
    inTime: rateOf(met.length, due.length),
  }
}

/** Where a proposal lies between worth and work, by its jury's scores. */
export type Third = 'low' | 'middle' | 'high'

/** The third of the rubric's scale (0 to 4) that a mean lies in. */
export function thirdOf(mean: number): Third {
  if (mean < 4 / 3) return 'low'
  return mean < 8 / 3 ? 'middle' : 'high'
}
