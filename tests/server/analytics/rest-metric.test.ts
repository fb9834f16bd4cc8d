import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MetricKey, metricKeys } from '../../../domain/metrics/metrics.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { queryMetric } from '../../../server/analytics/query-metric.ts'
import { getMetric } from '../../../server/rest/routes/get-metric.ts'
import { call, openDoor } from '../rest/rest-door.ts'
import { writeEntries } from './ledger.ts'
import { randomEntries } from './random-ledger.ts'

const range = { from: Date.parse('2011-10-20T00:00:00Z'), to: Date.parse('2011-11-10T00:00:00Z') }
let headers: { authorization: string }

beforeAll(async () => {
  headers = await openDoor(['metrics:read'])
  await writeEntries(randomEntries(seededRandom('rest'), 250, range))
})

function ask(key: string, query: string, sent: Record<string, string> = headers): Promise<Response> {
  return call(getMetric, { headers: sent, params: { key }, path: `/api/v1/metrics/${key}?${query}` })
}

describe('GET /metrics/{key}', () => {
  test('answers what the page shows, for any metric, range and filter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<MetricKey>(...metricKeys),
        fc.integer({ min: 20, max: 28 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom([], ['segment:isNot:private'], ['rule:is:extra-zero', 'channel:is:card,online']),
        async (key, first, last, filters) => {
          const query = new URLSearchParams({ from: `2011-10-${first}`, zone: 'Europe/Warsaw' })
          query.append('to', `2011-11-${String(last + 1).padStart(2, '0')}`)
          for (const filter of filters) query.append('filters', filter)
          const body = (await (await ask(key, query.toString())).json()) as Record<string, unknown>
          const period = `2011-10-${first}..2011-11-${String(last).padStart(2, '0')}`
          const scope = parseScope({ period, zone: 'Europe/Warsaw', filter: filters, compare: 'none' })
          const page = await queryMetric(key, scope, { now: Date.now() })
          // Times are in seconds there.
          const unit = page.definition.unit === 'duration' ? 1_000 : 1
          const written = (value: number | null) => (value === null ? null : value / unit)
          expect(body.total).toMatchObject({ value: written(page.total.value), n: page.total.n })
          expect((body.points as { value: number }[]).map(({ value }) => value)).toEqual(
            page.points.map(({ value }) => written(value)),
          )
        },
      ),
      { numRuns: 30, seed: 3 },
    )
  })

  test('says the same for a day that is named by its instant and by its date', async () => {
    const byDate = await ask('alert-volume', 'from=2011-10-30&to=2011-10-31&zone=Europe/Warsaw&by=channel')
    const byInstant = await ask(
      'alert-volume',
      `from=${encodeURIComponent('2011-10-30T00:00:00+02:00')}&to=${encodeURIComponent('2011-10-31T00:00:00+01:00')}&zone=Europe/Warsaw&by=channel`,
    )
    const [left, right] = (await Promise.all([byDate.json(), byInstant.json()])) as Record<string, unknown>[]
    expect({ ...left, asOf: '' }).toEqual({ ...right, asOf: '' })
    expect(left).toMatchObject({ from: '2011-10-30T00:00:00+02:00', to: '2011-10-31T00:00:00+01:00' })
  })

  test.each([
    ['from=2011-10-30', 'to'],
    ['from=2011-10-30&to=2011-10-30', 'to'],
    ['from=2011-02-30&to=2011-03-01', 'from'],
    ['from=2011-10-30T12:00:00Z&to=2011-11-01', 'from'],
    ['from=2011-10-30&to=2011-11-01&period=2011', 'period'],
    ['period=2011&zone=Mars/Base', 'zone'],
    ['period=2011&by=weather', 'by'],
    ['period=2011&filters=weather:is:rain', 'filter.0'],
    ['period=2011&colour=red', 'colour'],
  ])('refuses %s and names %s', async (query, path) => {
    const answer = await ask('alert-volume', query)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'invalidInput', errors: [{ path }] })
  })

  test('knows no metric of another name, and no key without the scope', async () => {
    expect((await ask('constructor', 'period=2011')).status).toBe(404)
    const other = await openDoor(['alerts:read'])
    expect((await ask('alert-volume', 'period=2011', other)).status).toBe(403)
  })
})
