import { z } from 'zod'
import { type ReviewedProposal } from '../../../domain/effects/proposal-stages.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { answerDueAt, answerWorkingDays } from '../../../domain/proposals/answer-due.ts'
import { coarseTime } from '../../../domain/proposals/coarse-time.ts'
import { proposalSight } from '../../../domain/proposals/proposal-sight.ts'
import { proposalStatuses } from '../../../domain/proposals/proposal-state.ts'
import { effectStates } from '../../../domain/statistics/effect-verdict.ts'
import { type ResolvedPeriod } from '../../../domain/time/resolve-period.ts'
import { loadDeskTerms } from '../../cases/cases.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { coveredIdsSql } from '../../proposals/proposals.ts'

const at = z
  .date()
  .nullable()
  .transform((instant) => instant?.getTime() ?? null)

const rowSchema = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    title: z.string(),
    desk_key: z.string(),
    desk_zone: z.string(),
  },
  status: z.enum(proposalStatuses),
  ...{ author_id: z.string(), author: z.string(), anonymous: z.boolean() },
  submitted_at: z.date().transform((instant) => instant.getTime()),
  ...{ first_answer_at: at, told_at: at, implemented_at: at },
  is_pending: z.boolean(),
  is_covered: z.boolean(),
  is_accepted: z.boolean(),
  state: z.enum(effectStates).nullable(),
  merged_into: z.string().nullable(),
  ...{ benefit: z.number().nullable(), reach: z.number().nullable(), feasibility: z.number().nullable() },
})

/** A proposal of the review with what its row shows. */
export interface ReviewRow extends ReviewedProposal {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly status: z.infer<typeof rowSchema>['status']
  /** null: covered, or unnamed by choice. */
  readonly author: string | null
  /** When it was submitted as the viewer may know it: with the author covered the beginning of its day (`coarseTime`). */
  readonly toldSubmittedAt: number
  /** Mean of benefit and reach by the jury, 0 to 4; null until the answer is out or when nobody judged it. */
  readonly impact: number | null
  /** 4 less the mean feasibility. */
  readonly effort: number | null
}

/** Scores of hearings whose letters are out; those of running ones are nobody's business yet. */
const reviewedSql = `
  SELECT p.id::text, p.reference, coalesce(p.title, p.reference) AS title, p.desk_key, d.zone AS desk_zone, p.status,
    p.author_id::text, a.name AS author, p.anonymous, p.submitted_at, p.first_answer_at, p.decided_at AS told_at,
    p.implemented_at, p.merged_into::text,
    EXISTS (SELECT FROM jury_rounds r WHERE r.proposal_id = p.id AND r.phase = 'pending') AS is_pending,
    p.id IN ${coveredIdsSql} AS is_covered,
    p.status IN ('accepted', 'planned', 'inProgress', 'implemented', 'effectKnown') AS is_accepted,
    p.verdict AS state,
    j.benefit, j.reach, j.feasibility
  FROM proposals p JOIN people a ON a.id = p.author_id JOIN desks d ON d.key = p.desk_key
  LEFT JOIN LATERAL (
    SELECT avg((v.answers->>'benefit')::float8) AS benefit, avg((v.answers->>'reach')::float8) AS reach,
      avg((v.answers->>'feasibility')::float8) AS feasibility
    FROM jury_rounds r JOIN jury_reviews v ON v.proposal_id = r.proposal_id AND v.round = r.round AND v.kind = 'scored'
    WHERE r.proposal_id = p.id AND r.released_at IS NOT NULL) j ON TRUE
  WHERE p.submitted_at >= $1 AND p.submitted_at < $2 AND p.status <> 'withdrawn'
  ORDER BY p.submitted_at DESC, p.id LIMIT 5000`

/** No day is longer: what is told by the beginning of its day was submitted less than this after it. */
const longestDayMs = 25 * 3_600_000

/**
 * The proposals that were submitted in a scope's period, newest first, as this person may see them, all of one moment. With a covered
 * author the beginning of its day counts as the time of a proposal. Filters of a
 * scope are of cases and are not asked.
 */
export async function readReviewed(
  scope: Scope,
  { now, viewerId }: { readonly now: number; readonly viewerId: string },
): Promise<{ readonly rows: readonly ReviewRow[]; readonly period: ResolvedPeriod; readonly zone: string }> {
  const { zone: organisationZone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const span = await client.query<{ first: Date | null }>(
      'SELECT min(submitted_at) AS first FROM proposals',
    )
    const first = span.rows[0]?.first?.getTime() ?? now
    const dataSpan = { from: first, to: Math.max(now, first + 1) }
    const { window, zone } = resolveScope({ ...scope, compare: null }, { now, organisationZone, dataSpan })
    const { calendarOf } = await loadDeskTerms(client)
    const found = await client.query(reviewedSql, [
      new Date(window.period.from),
      new Date(window.period.to + longestDayMs),
    ])
    const rows = z
      .array(rowSchema)
      .parse(found.rows)
      .map((row): ReviewRow => {
        const { status, anonymous, author_id: author, is_covered: isCovered } = row
        const names = proposalSight({ author, anonymous, status, isCovered }, viewerId)?.names === true
        const worth = [row.benefit, row.reach].filter((mean) => mean !== null)
        return {
          ...{ id: row.id, reference: row.reference, title: row.title, status },
          author: names ? row.author : null,
          desk: isCovered || anonymous ? null : row.desk_key,
          submittedAt: row.submitted_at,
          toldSubmittedAt: names ? row.submitted_at : coarseTime(row.submitted_at, organisationZone),
          firstAnswerAt: row.first_answer_at,
          firstAnswerDueAt: answerDueAt(
            calendarOf(row.desk_key),
            row.desk_zone,
            row.submitted_at,
            answerWorkingDays,
          ),
          ...{ isDecided: row.is_pending, toldAt: row.told_at, isAccepted: row.is_accepted },
          ...{ implementedAt: row.implemented_at, verdict: row.state },
          impact: worth.length === 0 ? null : worth.reduce((sum, mean) => sum + mean, 0) / worth.length,
          effort: row.feasibility === null ? null : 4 - row.feasibility,
        }
      })
      // By the time that is told: moving the bounds over the hours of a day, as other zones do, tells nothing more.
      .filter(({ toldSubmittedAt: at }) => at >= window.period.from && at < window.period.to)
      .sort((left, right) => right.toldSubmittedAt - left.toldSubmittedAt || (left.id < right.id ? -1 : 1))
    return { rows, period: window.period, zone }
  })
}
