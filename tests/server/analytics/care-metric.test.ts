import { parse } from 'csv-parse/sync'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { careAccounts } from '../../../domain/demo/care-people.ts'
import { type CareMetricKey, careMetricKeys, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { parseScope, type ScopeTexts } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { exportCareRows } from '../../../server/analytics/care/export-care-rows.ts'
import { getCareMetric } from '../../../server/analytics/care/get-care-metric.ts'
import { listCareRows } from '../../../server/analytics/care/list-care-rows.ts'
import { getCaseReview } from '../../../server/analytics/cases/get-case-review.ts'
import { getHandoffReview } from '../../../server/analytics/handoffs/get-handoff-review.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { loadCare } from '../../../server/demo/load-care.ts'
import { getMetric } from '../../../server/rest/routes/get-metric.ts'
import { call, openDoor } from '../rest/rest-door.ts'

const zone = 'Europe/Warsaw'
/** The demo's year lies before it, and REST answers by the clock of the machine. */
const now = Date.now()
let headers: { authorization: string }

beforeAll(async () => {
  headers = await openDoor(['metrics:read'])
  for (const { email } of careAccounts) {
    await getPrisma().person.create({
      data: { id: randomUUID(), email, name: email, role: 'staff', passwordHash: 'none' },
    })
  }
  await loadCare(now, zone)
}, 120_000)

interface Body {
  readonly definition: { readonly key: string; readonly version: number }
  readonly total: { readonly value: number | null; readonly n: number }
  readonly points: readonly { readonly value: number | null }[]
  readonly series?: readonly {
    readonly by: Record<string, string>
    readonly total: { readonly value: number | null; readonly n: number }
  }[]
  readonly comparison?: { readonly total: { readonly value: number | null } }
}

function ask(key: string, query: string, sent: Record<string, string> = headers): Promise<Response> {
  return call(getMetric, { headers: sent, params: { key }, path: `/api/v1/metrics/${key}?${query}` })
}

async function read(key: string, query: string): Promise<Body> {
  const answer = await ask(key, query)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Body
}

const parts = {
  period: ['last-28-days', 'last-90-days', 'all', 'last-7-days', 'this-month'],
  zone: ['Europe/Warsaw', 'UTC', 'Asia/Kathmandu'],
  bucket: ['day', 'week', 'month', null],
  filter: [
    'desk:isNot:branch',
    'emergency:is:no',
    'channel:is:phone,branch',
    'kind:isNot:other',
    'source:is:app',
  ],
} as const

/** Addresses of Review pages, the same every time. */
const addresses = (() => {
  const random = seededRandom('care addresses')
  return Array.from({ length: 16 }, () => {
    const query = new URLSearchParams({ period: random.pick(parts.period), zone: random.pick(parts.zone) })
    const bucket = random.pick(parts.bucket)
    if (bucket !== null) query.set('bucket', bucket)
    for (const filter of random.shuffle(parts.filter).slice(0, random.int(0, 2)))
      query.append('filter', filter)
    return query.toString()
  })
})()

const counted = ['cases-opened', 'cases-resolved', 'handoff-volume', 'transfer-matrix'] as const

describe('one scope, one number, of handoffs and cases', () => {
  test.each(addresses)('?%s: tile, sum of points, rows, CSV and REST agree', async (address) => {
    const search = new URLSearchParams(address)
    const texts: ScopeTexts = {
      ...Object.fromEntries(search),
      ...{ compare: 'none', filter: search.getAll('filter') },
    }
    const scope = parseScope(texts)
    const pages = [await getCaseReview(scope, { now }), await getHandoffReview(scope, { now })]
    const tiles: Partial<Record<CareMetricKey, unknown>> = Object.assign(
      {},
      ...pages.map((page) => page.metrics),
    )
    const query = new URLSearchParams(search)
    query.delete('filter')
    for (const filter of search.getAll('filter')) query.append('filters', filter)
    for (const key of counted) {
      const body = await read(key, query.toString())
      const points = body.points.reduce((sum, { value }) => sum + (value ?? 0), 0)
      const { total: rows } = await listCareRows(key, scope, { now, part: 'counted', cursor: null, limit: 1 })
      const csv = await exportCareRows(key, scope, { now, part: 'counted', dialect: 'plain' })
      const lines: string[][] = parse(csv, { relax_column_count: true })
      const inFile = lines.filter(([cell]) => !cell!.startsWith('#')).length - 1
      expect(tiles[key]).toMatchObject({ total: { kind: 'count', count: body.total.value } })
      expect([points, rows, inFile, Number(lines.at(-1)?.[1])]).toEqual(
        Array<number | null>(4).fill(body.total.value),
      )
    }
  })
})

describe('GET /metrics/{key} of handoffs and cases', () => {
  const query = 'period=last-90-days&zone=Europe/Warsaw&bucket=week'
  const scope = parseScope({ period: 'last-90-days', zone, bucket: 'week', compare: 'none' })

  test.each(careMetricKeys)('%s: answers what the page shows, times in seconds', async (key) => {
    const page = await getCareMetric(key, scope, { now })
    const unit = careMetrics[key].unit === 'duration' ? 1_000 : 1
    const written = (value: number | null) => (value === null ? null : value / unit)
    const body = await read(key, query)
    expect(body.definition).toMatchObject({ key, version: careMetrics[key].version })
    expect(body.total.n).toBe(page.total.n)
    // What still waits has waited a little longer than the page said.
    if (body.total.value !== null) expect(body.total.value).toBeCloseTo(written(page.total.value)!, -2)
    expect(body.points).toHaveLength(page.points.length)
  })

  test('parts by a dimension add up to the whole', async () => {
    for (const [key, by] of [
      ['cases-opened', 'kind'],
      ['cases-opened', 'emergency'],
      ['handoff-volume', 'desk'],
      ['handoff-volume', 'mode'],
      ['began-to-be-served-rate', 'desk'],
      ['effort-index', 'kind'],
    ] as const) {
      const { total, series } = await read(key, `${query}&by=${by}`)
      expect(series!.length).toBeGreaterThan(1)
      expect(series!.reduce((sum, part) => sum + part.total.n, 0)).toBe(total.n)
    }
  })

  test('the transfer matrix and handoffs per case have their parts without being asked', async () => {
    const matrix = await read('transfer-matrix', query)
    expect(Object.keys(matrix.series![0]!.by)).toEqual(['fromDesk', 'desk'])
    expect(matrix.series![0]).toMatchObject({ acceptance: {}, gap: {}, bounced: {} })
    expect(matrix.series!.reduce((sum, { total }) => sum + total.value!, 0)).toBe(matrix.total.value)
    const perCase = await read('handoffs-per-case', query)
    expect(perCase.series!.map(({ by }) => by.value)).toEqual(['0', '1', '2', '3+'])
    expect(perCase.series!.reduce((sum, { total }) => sum + total.value!, 0)).toBe(perCase.total.n)
  })

  test('a comparison is the figure of the window before', async () => {
    const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString().slice(0, 10)
    const first = await read('cases-opened', `from=${daysAgo(30)}&to=${daysAgo(23)}&zone=UTC`)
    const second = await read(
      'cases-opened',
      `from=${daysAgo(23)}&to=${daysAgo(16)}&zone=UTC&compare=previous`,
    )
    expect(first.total.value).toBeGreaterThan(0)
    expect(second.comparison!.total.value).toBe(first.total.value)
  })

  test.each([
    ['cases-opened', 'by=mode', 'by'],
    ['backlog', 'by=desk', 'by'],
    ['alert-volume', 'by=desk', 'by'],
    ['cases-opened', 'filters=rule:is:extra-zero', 'scope.filter'],
    ['cases-opened', 'filters=weather:is:rain', 'filter.0'],
  ])('%s refuses %s and names %s', async (key, asked, path) => {
    const answer = await ask(key, `period=last-28-days&${asked}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'invalidInput', errors: [{ path }] })
  })

  test('needs the scope of metrics', async () => {
    const other = await openDoor(['cases:read'])
    expect((await ask('cases-opened', 'period=last-28-days', other)).status).toBe(403)
  })
})
