import { z } from 'zod'
import { isDimensionKey } from '../../domain/metrics/dimensions.ts'
import { isMetricKey } from '../../domain/metrics/metrics.ts'
import { rowKindSchema, rowSortSchema } from '../../domain/metrics/row-list-schema.ts'
import { scopeSchema } from '../../domain/metrics/scope-schema.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { getDataSpan } from './data-span.ts'
import { listFilterOptions } from './list-filter-options.ts'
import { listValueNames } from './list-value-names.ts'
import { getOverview } from './overview/get-overview.ts'
import { readHeldBackByRule } from './outcomes/held-back-by-rule.ts'
import { readMaturity } from './outcomes/read-maturity.ts'
import { readWaitingCurve } from './outcomes/read-waiting-curve.ts'
import { queryMetric } from './query-metric.ts'
import { listRows } from './rows/list-rows.ts'

const metricSchema = z.string().refine(isMetricKey, 'There is no such metric.')
const dimensionSchema = z.string().refine(isDimensionKey, 'There is no such dimension.')

export const analyticsRouter = router({
  /** A metric at a scope, split by a dimension if one is named. */
  metric: permitted('analytics.read')
    .input(z.object({ key: metricSchema, scope: scopeSchema, by: dimensionSchema.nullish() }))
    .query(({ input, ctx }) => queryMetric(input.key, input.scope, { now: ctx.now(), by: input.by })),

  /** The four measures at a scope, with what explains their changes. */
  overview: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => getOverview(input.scope, { now: ctx.now() })),

  /** A page of the rows behind a figure. Staff see them too: every alert in the list is one they may open. */
  rows: permitted('alerts.read')
    .input(
      z.object({
        kind: rowKindSchema,
        scope: scopeSchema,
        sort: rowSortSchema.default('newest'),
        cursor: z.string().max(2_000).nullish(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .query(({ input, ctx }) => listRows(input.kind, input.scope, { ...input, now: ctx.now() })),

  /** How many questions had an answer after how long. */
  waitingCurve: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => readWaitingCurve(input.scope, { now: ctx.now() })),

  /** Which rules fired and did not ask, and why. */
  heldBackByRule: permitted('heldBack.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => readHeldBackByRule(input.scope, { now: ctx.now() })),

  /** How far outcomes can still change, and how they are known. */
  maturity: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => readMaturity(input.scope, { now: ctx.now() })),

  /** From when to when there is data; null while there is none. */
  dataSpan: permitted('alerts.read').query(() => getDataSpan()),

  /** The values that each dimension can be filtered by. */
  filterOptions: permitted('alerts.read').query(() => listFilterOptions()),

  /** The names of rules and signals in the three languages. */
  valueNames: permitted('alerts.read').query(() => listValueNames()),
})
