import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { dimensionKeys, isDimensionKey } from '../../../domain/metrics/dimensions.ts'
import { isMetricKey, metricKeys } from '../../../domain/metrics/metrics.ts'
import { type Scope, parseScope } from '../../../domain/metrics/scope.ts'
import { metricBody, queryMetric } from '../../analytics/analytics.ts'
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
    .refine(isDimensionKey, `Use one of ${dimensionKeys.join(', ')}.`)
    .optional()
    .describe(dimensionKeys.join(', ')),
  filters,
})

export const getMetric = restRoute<{ readonly key: string }>(
  { scope: 'metrics:read' },
  async ({ request, params, now }) => {
    if (!isMetricKey(params.key)) throw noSuchMetric()
    const { searchParams } = new URL(request.url)
    const given = Object.fromEntries(searchParams)
    const many = searchParams.getAll('filters')
    const query = parseInput(metricQuery, { ...given, ...(many.length > 0 && { filters: many }) })
    const scope = await toScope(query)
    return { body: metricBody(await queryMetric(params.key, scope, { now, by: query.by })) }
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

function noSuchMetric(): AppError {
  return new AppError('notFound', {
    userMessage: `There is no such metric. Use one of ${metricKeys.join(', ')}.`,
  })
}
