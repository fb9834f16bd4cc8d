import { z } from 'zod'
import { planBuckets } from '../../domain/effects/effect-plan.ts'
import { isMeasurable } from '../../domain/effects/measurable-metrics.ts'
import { type Tx } from '../db/prisma.ts'

const ms = z.date().transform((at) => at.getTime())

const planRow = z.object({
  ...{ id: z.string(), proposalId: z.string(), ownerId: z.string(), steps: z.string() },
  metric: z.string().refine(isMeasurable),
  metricVersion: z.number().int(),
  filters: z.array(z.string()),
  direction: z.enum(['up good', 'down good']),
  bucket: z.enum(planBuckets),
  ...{ baselineBuckets: z.number().int(), windowBuckets: z.number().int(), smallestChange: z.number() },
  ...{ triggerFirst: z.string().nullable(), triggerLast: z.string().nullable() },
  lockedAt: ms.nullable(),
  version: z.number().int(),
})

/** What is expected of a proposal, as the database has it. */
export type StoredPlan = z.infer<typeof planRow>

/** The latest plan of a proposal; null when there is none. */
export async function findPlan(tx: Pick<Tx, 'effectPlan'>, proposalId: string): Promise<StoredPlan | null> {
  const row = await tx.effectPlan.findFirst({ where: { proposalId }, orderBy: { createdAt: 'desc' } })
  return row && planRow.parse(row)
}

/** The latest plan of each of the proposals that has one, by the proposal's id. */
export async function findPlans(
  tx: Pick<Tx, 'effectPlan'>,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, StoredPlan>> {
  const rows = await tx.effectPlan.findMany({
    where: { proposalId: { in: [...proposalIds] } },
    orderBy: { createdAt: 'asc' },
  })
  return new Map(
    z
      .array(planRow)
      .parse(rows)
      .map((plan) => [plan.proposalId, plan]),
  )
}
