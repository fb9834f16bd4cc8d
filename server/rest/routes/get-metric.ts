import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { isCareMetricKey } from '../../../domain/metrics/care/care-metrics.ts'
import {
  filterDimensionKeys,
  isDimensionKey,
  isFilterDimensionKey,
} from '../../../domain/metrics/dimensions.ts'
import { everyMetricKeys, isMetricKey } from '../../../domain/metrics/metrics.ts'
import { type Scope, parseScope } from '../../../domain/metrics/scope.ts'
import { getCareMetric, metricBody, queryMetric } from '../../analytics/analytics.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { parseInput } from '../parse-input.ts'
import { restRoute } from '../route.ts'
import { readPeriod } from '../read-period.ts'

const filters = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .describe(
    'dimension:is:value,value or dimension:isNot:value; repeat it for several, all of which must hold',
  )

/** The query of a metric: the same parts as in the address of a Review page, with `from` and `to` as well. */
export const metricQuery = z.strictObject({
  from: z.string().optional().describe('The first day: its date, or its start as RFC 3339'),
  to: z.string().optional().describe('The day after the last one: its date, or its start as RFC 3339'),
  period: z
    .string()
    .optional()
    .describe('Instead of from and to: last-28-days, 2011-11, 2011-W46, 2011, all'),
  zone: z.string().optional().describe("IANA zone of days and hours; the organisation's when left out"),
  bucket: z.string().optional().describe('hour, day, week, month or quarter'),
  compare: z.string().optional().describe('previous, weekday, year or dates; none when left out'),
  by: z
    .string()
    .refine(isFilterDimensionKey, `Use one of ${filterDimensionKeys.join(', ')}.`)
    .optional()
    .describe(`A dimension of the metric's definition: ${filterDimensionKeys.join(', ')}`),
  filters,
})

export const getMetric = restRoute<{ readonly key: string }>(
  { scope: 'metrics:read' },
  async ({ request, params, now }) => {
    const { key } = params
    if (!isMetricKey(key) && !isCareMetricKey(key)) throw noSuchMetric()
    const { searchParams } = new URL(request.url)
    const given = Object.fromEntries(searchParams)
    const many = searchParams.getAll('filters')
    const query = parseInput(metricQuery, { ...given, ...(many.length > 0 && { filters: many }) })
    const scope = await toScope(query)
    const { by } = query
    if (isCareMetricKey(key)) return { body: metricBody(await getCareMetric(key, scope, { now, by })) }
    if (by !== undefined && !isDimensionKey(by)) throw notOfAlerts(by)
    return { body: metricBody(await queryMetric(key, scope, { now, by })) }
  },
)

async function toScope(query: z.output<typeof metricQuery>): Promise<Scope> {
  const { from, to, period, zone, bucket, compare = 'none', filters: filter } = query
  const texts = { ...(zone !== undefined && { zone }), ...(bucket !== undefined && { bucket }) }
  const parts = { ...texts, compare, ...(filter !== undefined && { filter }) }
  if (from === undefined && to === undefined) {
    return parseScope({ ...parts, ...(period !== undefined && { period }) })
  }
  const days = readPeriod({ from, to, period, zone: zone ?? (await getOrganisation()).zone })
  return parseScope({ ...parts, period: days })
}

function notOfAlerts(by: string): AppError {
  return new AppError('invalidInput', {
    userMessage: `Alerts have no ${by}; handoffs and cases do.`,
    problems: [{ path: 'by', code: 'notSplittable', message: `Not possible: ${by}` }],
  })
}

function noSuchMetric(): AppError {
  return new AppError('notFound', {
    userMessage: `There is no such metric. Use one of ${everyMetricKeys.join(', ')}.`,
  })
}
