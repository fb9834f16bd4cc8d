import { type Interval } from '../../domain/time/interval.ts'
import { getPrisma } from '../db/prisma.ts'

/** An implemented proposal, for the charts of metrics. */
export interface ProposalMarker {
  readonly kind: 'proposalImplemented'
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  /** The redacted title. */
  readonly title: string
  /** The metric that it was to move; null: none was planned. */
  readonly metric: string | null
}

/** Proposals that were implemented in `[from, to)`, in time order. */
export async function listMarkers({ from, to }: Interval): Promise<ProposalMarker[]> {
  const rows = await getPrisma().$queryRaw<{ id: string; at: Date; title: string; metric: string | null }[]>`
    SELECT p.id::text, p.implemented_at AS at, coalesce(p.title, p.reference) AS title, e.metric
      FROM proposals p LEFT JOIN effect_plans e ON e.id = p.plan_id
     WHERE p.implemented_at >= ${new Date(from)} AND p.implemented_at < ${new Date(to)}
     ORDER BY p.implemented_at, p.id`
  return rows.map(({ at, ...row }) => ({ kind: 'proposalImplemented', ...row, at: at.getTime() }))
}
