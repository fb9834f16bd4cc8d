import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MetricKey } from '../../../domain/metrics/metrics.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { getOverview } from '../../../server/analytics/overview/get-overview.ts'
import { refreshAlertChunks } from '../../../server/analytics/overview/refresh-alert-chunks.ts'
import { queryMetric } from '../../../server/analytics/query-metric.ts'
import { refreshRollup } from '../../../server/analytics/rollup/refresh-rollup.ts'
import { getPool } from '../../../server/db/pool.ts'
import { writeEntries } from './ledger.ts'
import { randomEntries } from './random-ledger.ts'

const range = { from: Date.parse('2011-09-01T00:00:00Z'), to: Date.parse('2011-11-14T00:00:00Z') }
const now = Date.parse('2011-11-12T15:20:00Z')

async function refresh(): Promise<void> {
  while (((await refreshRollup()) ?? 0) > 0);
  while (((await refreshAlertChunks()) ?? 0) > 0);
}

beforeAll(async () => {
  const entries = randomEntries(seededRandom('overview'), 700, range)
  await writeEntries(entries.slice(0, 500))
  await refresh()
  // What comes after the refresh is read from rows beside the chunks.
  await writeEntries(entries.slice(500))
})

const scopes = fc
  .record({
    period: fc.constantFrom('2011-10-30', '2011-10', '2011-W43', 'last-28-days', '2011-09-20..2011-11-05'),
    compare: fc.constantFrom('none', 'previous', 'weekday'),
    zone: fc.constantFrom('Europe/Warsaw', 'UTC', 'Asia/Kathmandu'),
    complete: fc.constantFrom('0', '1'),
    filter: fc.array(
      fc.constantFrom(
        'rule:is:extra-zero',
        'rule:isNot:paid-twice,far-away',
        'pair:is:extra-zero%2Bpaid-twice',
        'segment:is:private,',
        'channel:isNot:card',
        'outcome:is:mistake,pending',
        'hour:is:9,10,11,33,34,35',
      ),
      { maxLength: 2 },
    ),
  })
  .map(parseScope)

const shown = [
  ['alerts', 'alert-volume'],
  ['outcomes', 'worth-asking-precision'],
] as const satisfies readonly (readonly [string, MetricKey])[]

describe('the overview', () => {
  test.each(shown)(
    'says of %s what the page of %s says, in total, point by point and compared',
    async (key, metric) => {
      await fc.assert(
        fc.asyncProperty(scopes, async (scope) => {
          const overview = await getOverview(scope, { now })
          const page = await queryMetric(metric, scope, { now })
          expect(overview[key].total).toEqual(page.total)
          expect(overview[key].points).toEqual(page.points)
          expect(overview[key].comparison).toEqual(page.comparison)
        }),
        { numRuns: 40, seed: 9 },
      )
    },
  )

  test('says the same before and after its columns are made anew', async () => {
    const scope = parseScope({ period: '2011-10', compare: 'previous' })
    const before = await getOverview(scope, { now })
    await refresh()
    expect(await getOverview(scope, { now })).toEqual(before)
  })

  test('names the rule that a new threshold made louder, with its share', async () => {
    const at = (day: number, hour: number) => Date.UTC(2012, 0, day, hour)
    const quiet = Array.from({ length: 60 }, (_, place) => ({
      id: `steady-${place}`,
      at: at(1 + (place % 14), 10),
      alert: { rules: [place % 2 === 0 ? 'paid-twice' : 'far-away'] },
    }))
    const louder = Array.from({ length: 50 }, (_, place) => ({
      id: `louder-${place}`,
      at: at(8 + (place % 7), 12),
      alert: { rules: ['far-above-usual'] },
    }))
    await writeEntries([...quiet, ...louder])
    const scope = parseScope({ period: '2012-01-08..2012-01-14', compare: 'previous', zone: 'UTC' })
    const { alerts } = await getOverview(scope, { now: Date.UTC(2012, 0, 20) })
    const difference = alerts.comparison?.difference.absolute ?? 0
    expect(alerts.explanation).toMatchObject({ dimension: 'rule', value: 'far-above-usual' })
    expect(alerts.explanation?.share).toBeCloseTo(50 / difference, 12)
  })

  test('knows an outcome as soon as it is given and its week is marked', async () => {
    await refresh()
    const scope = parseScope({ period: '2011-10', compare: 'none' })
    const before = await getOverview(scope, { now })
    await getPool().query(`
      WITH given AS (
        UPDATE alerts SET outcome = 'mistake', status = 'confirmed'
        WHERE raised_at >= '2011-10-10' AND raised_at < '2011-10-12' AND outcome IS NULL RETURNING raised_at
      )
      INSERT INTO dirty_alert_weeks (week) SELECT DISTINCT floor(extract(epoch FROM raised_at) / 604800)::int FROM given`)
    const after = await getOverview(scope, { now })
    expect(after.outcomes.total.n).toBeGreaterThan(before.outcomes.total.n)
    await refresh()
    expect(await getOverview(scope, { now })).toEqual(after)
  })

  test('names the filters that a measure does not know and leaves it whole', async () => {
    const scope = parseScope({ period: '2011-10', filter: ['desk:is:cards', 'rule:is:extra-zero'] })
    const { alerts, handoffs } = await getOverview(scope, { now })
    const narrowed = parseScope({ period: '2011-10', filter: 'rule:is:extra-zero' })
    expect(alerts.ignored).toEqual(['desk'])
    expect(handoffs.ignored).toEqual(['rule'])
    expect(alerts.total).toEqual((await queryMetric('alert-volume', narrowed, { now })).total)
  })
})
