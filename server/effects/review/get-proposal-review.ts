import { type SignedIn } from '../../../domain/access/actor.ts'
import { coarseDurations } from '../../../domain/effects/coarse-durations.ts'
import {
  countStages,
  hasReached,
  type StageFigures,
  thirdOf,
} from '../../../domain/effects/proposal-stages.ts'
import { type ReviewChoice } from '../../../domain/effects/review-choice.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { type ReviewRow, readReviewed } from './read-reviewed.ts'

/** The rows that a choice leaves, by the same functions that count the figures. */
export function chooseRows(rows: readonly ReviewRow[], choice: ReviewChoice): ReviewRow[] {
  return rows.filter(
    (row) =>
      (choice.stage === null || hasReached(row, choice.stage)) &&
      (choice.desk === null || (row.desk ?? '') === choice.desk) &&
      (choice.impact === null || (row.impact !== null && thirdOf(row.impact) === choice.impact)) &&
      (choice.effort === null || (row.effort !== null && thirdOf(row.effort) === choice.effort)),
  )
}

/** Everything that Review > Proposals shows, and the rows behind what was chosen. */
export async function getProposalReview(
  scope: Scope,
  choice: ReviewChoice,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
) {
  const { rows, zone } = await readReviewed(scope, { now, viewerId: signedIn.personId })
  const desks = [...new Set(rows.map(({ desk }) => desk))].sort((left, right) =>
    (left ?? '~') < (right ?? '~') ? -1 : 1,
  )
  return {
    ...{ asOf: now, zone, total: figuresOf(rows, now) },
    desks: desks.map((desk) => ({
      desk,
      figures: figuresOf(
        rows.filter((row) => row.desk === desk),
        now,
      ),
    })),
    fields: rows.flatMap(({ id, impact, effort }) =>
      impact === null || effort === null ? [] : [{ id, impact: thirdOf(impact), effort: thirdOf(effort) }],
    ),
    recognised: recognise(rows),
    rows: chooseRows(rows, choice).map((row) => ({ ...row, submittedAt: row.toldSubmittedAt })),
  }
}

/** The figures of some rows; with a covered author among them durations are told in whole days. */
function figuresOf(rows: readonly ReviewRow[], now: number): StageFigures {
  const figures = countStages(rows, now)
  if (rows.every(({ author }) => author !== null)) return figures
  return { ...figures, firstAnswer: coarseDurations(figures.firstAnswer) }
}

/** Whose proposals were implemented, by name and without numbers: praise is for the work, not for how much of it. */
function recognise(rows: readonly ReviewRow[]) {
  const named = new Map<string, { id: string; title: string; verdict: string | null }[]>()
  for (const { author, implementedAt, id, title, verdict } of rows) {
    if (author === null || implementedAt === null) continue
    named.set(author, [...(named.get(author) ?? []), { id, title, verdict }])
  }
  return [...named]
    .map(([author, proposals]) => ({ author, proposals }))
    .sort((left, right) => left.author.localeCompare(right.author))
}
