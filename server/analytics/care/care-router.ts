import { z } from 'zod'
import { isCareMetricKey } from '../../../domain/metrics/care/care-metrics.ts'
import { scopeSchema } from '../../../domain/metrics/scope-schema.ts'
import { permitted, router } from '../../trpc/procedure.ts'
import { getCaseReview } from '../cases/get-case-review.ts'
import { getHandoffReview } from '../handoffs/get-handoff-review.ts'
import { getCareMetric } from './get-care-metric.ts'
import { listCareNames } from './list-care-names.ts'
import { careParts } from './care-row.ts'
import { listCareRows } from './list-care-rows.ts'

const metricSchema = z.string().refine(isCareMetricKey, 'There is no such metric of handoffs or cases.')

export const careRouter = router({
  /** A metric at a scope, split by a dimension if one is named: what GET /metrics/{key} answers. */
  metric: permitted('analytics.read')
    .input(z.object({ key: metricSchema, scope: scopeSchema, by: z.string().max(40).nullish() }))
    .query(({ input, ctx }) => getCareMetric(input.key, input.scope, { now: ctx.now(), by: input.by })),

  /** Everything that Review > Handoffs shows. */
  handoffs: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => getHandoffReview(input.scope, { now: ctx.now() })),

  /** Everything that Review > Cases shows. */
  cases: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => getCaseReview(input.scope, { now: ctx.now() })),

  /** A page of the rows behind a figure. */
  rows: permitted('analytics.read')
    .input(
      z.object({
        metric: metricSchema,
        part: z.enum(careParts).default('counted'),
        /** A cell of the ageing table; of the backlog only. */
        turn: z.string().max(40).nullish(),
        age: z.int().min(0).max(9).nullish(),
        scope: scopeSchema,
        cursor: z.string().max(40).nullish(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .query(({ input, ctx }) =>
      listCareRows(input.metric, input.scope, {
        ...input,
        cursor: input.cursor ?? null,
        cell: { turn: input.turn ?? null, age: input.age ?? null },
        now: ctx.now(),
      }),
    ),

  /** Names of desks and kinds, and what can be filtered by. */
  names: permitted('alerts.read').query(() => listCareNames()),
})
