import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { metrics } from '../../../domain/metrics/metrics.ts'
import { parseScope, type ScopeTexts } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { exportRows } from '../../../server/analytics/export/export-rows.ts'
import { queryMetric } from '../../../server/analytics/query-metric.ts'
import { refreshRollup } from '../../../server/analytics/rollup/refresh-rollup.ts'
import { listRows } from '../../../server/analytics/rows/list-rows.ts'
import { getMetric } from '../../../server/rest/routes/get-metric.ts'
import { call, openDoor } from '../rest/rest-door.ts'
import { writeEntries } from './ledger.ts'
import { randomEntries } from './random-ledger.ts'

const range = { from: Date.parse('2011-09-20T00:00:00Z'), to: Date.parse('2011-11-14T00:00:00Z') }
let headers: { authorization: string }

beforeAll(async () => {
  headers = await openDoor(['metrics:read'])
  await writeEntries(randomEntries(seededRandom('addresses'), 500, range))
  await refreshRollup()
})

const parts = {
  period: ['2011-10-30', '2011-10', '2011-W43', '2011-Q4', '2011-10-20..2011-11-05', 'all', '2011'],
  zone: ['Europe/Warsaw', 'UTC', 'America/St_Johns', 'Asia/Kathmandu'],
  bucket: ['day', 'week', 'month', null],
  filter: [
    'rule:is:extra-zero',
    'rule:isNot:paid-twice,far-away',
    'segment:is:private,',
    'channel:is:card,online',
    'currency:isNot:EUR',
    'severity:is:high',
    'outcome:isNot:intended',
    'hour:is:9,10,11,33,34,35',
  ],
} as const

/** Fifty addresses of Review pages, the same every time. */
const addresses = (() => {
  const random = seededRandom('fifty addresses')
  return Array.from({ length: 50 }, () => {
    const query = new URLSearchParams({ period: random.pick(parts.period), zone: random.pick(parts.zone) })
    const bucket = random.pick(parts.bucket)
    if (bucket !== null) query.set('bucket', bucket)
    for (const filter of random.shuffle(parts.filter).slice(0, random.int(0, 3)))
      query.append('filter', filter)
    return query.toString()
  })
})()

describe('one scope, one number', () => {
  test.each(addresses)('?%s: tile, sum of points, rows, CSV and REST agree', async (address) => {
    const search = new URLSearchParams(address)
    const filters = search.getAll('filter')
    const texts: ScopeTexts = { ...Object.fromEntries(search), compare: 'none', filter: filters }
    const scope = parseScope(texts)
    const now = Date.now()
    const key = 'alert-volume'
    const kind = metrics[key].rows
    const tile = await queryMetric(key, scope, { now })
    const points = tile.points.reduce((sum, { value }) => sum + (value ?? 0), 0)
    const rows = (await listRows(kind, scope, { now, limit: 1 })).total
    let csv = ''
    for await (const piece of exportRows(kind, scope, { now, dialect: 'plain' })) csv += piece
    const lines: string[][] = parse(csv, { relax_column_count: true })
    search.delete('filter')
    for (const filter of filters) search.append('filters', filter)
    const path = `/api/v1/metrics/${key}?${search.toString()}`
    const rest = (await (await call(getMetric, { headers, params: { key }, path })).json()) as {
      total: { value: number }
    }
    expect([points, rows, lines.length - 8, Number(lines.at(-1)?.[1]), rest.total.value]).toEqual(
      Array<number | null>(5).fill(tile.total.value),
    )
  })
})
