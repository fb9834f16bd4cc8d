import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { type MetricKey } from '../../../../domain/metrics/metrics.ts'
import { parseScope } from '../../../../domain/metrics/scope.ts'
import { queryMetric } from '../../../../server/analytics/query-metric.ts'
import { getPool } from '../../../../server/db/pool.ts'
import { runImport } from '../../../../server/imports/imports.ts'

const file = path.resolve('../shared/data/online-retail.csv.gz')
const skipped = !existsSync(file)
if (skipped) {
  console.log(`Skipped: the real shop's year is not at ${file} (docs/imports.md says where to get it)`)
}
const now = Date.UTC(2026, 0, 1)
const dayMs = 86_400_000

it.skipIf(skipped)(
  "what the page states for the real shop's year is what a count over the file finds, joined to the alerts by invoice",
  { timeout: 300_000 },
  async () => {
    await runImport({ preset: 'online-retail', file, now })
    const counted = await countInFile(await listQuestions())
    expect(await statedByMetrics()).toEqual(counted)
    expect(counted).toEqual({
      questions: 540,
      mistakes: 21,
      caughtLines: 56,
      missedLines: 689,
      avertedMinor: 29_684_538,
      missedMinor: 5_897_536,
    })
  },
)

/** The numbers of the page's sentence. */
async function statedByMetrics() {
  const scope = parseScope({ period: 'all', compare: 'none', bucket: 'quarter' })
  const total = async (key: MetricKey) => (await queryMetric(key, scope, { now })).total
  const mix = await queryMetric('outcome-mix', scope, { now })
  const gbp = async (key: MetricKey) => {
    const { series } = await queryMetric(key, scope, { now })
    expect(series?.map(({ by }) => by.value)).toEqual(['GBP'])
    return series?.[0]?.total.value
  }
  return {
    questions: mix.total.n,
    mistakes: mix.series?.find(({ by }) => by.value === 'mistake')?.total.numerator,
    caughtLines: (await total('mistake-recall')).numerator,
    missedLines: (await total('missed-mistakes')).value,
    avertedMinor: await gbp('harm-averted'),
    missedMinor: await gbp('missed-amount'),
  }
}

/** Which invoices, and which of their lines (0: the whole), each question was about: all that is asked of the database. */
async function listQuestions() {
  const { rows } = await getPool().query<{ alert: string; invoice: string; line: number }>(
    'SELECT alert_id::text AS alert, transaction_id AS invoice, line_no AS line FROM alert_hits ORDER BY alert_id::text',
  )
  return rows
}

interface Bought {
  readonly key: string
  readonly at: number
  readonly line: number
  readonly minor: number
}

/** Independent of importer and metrics: straight over the rows, by the shop's own clock. */
async function countInFile(questions: Awaited<ReturnType<typeof listQuestions>>) {
  const rows = (parse(gunzipSync(await readFile(file)).toString('utf8')) as string[][]).slice(1)
  const taken = new Map<string, number[]>()
  const invoices = new Map<string, Bought[]>()
  for (const row of rows) {
    const [invoice = '', sku = '', , quantity = '', time = '', price = '', customer = ''] = row
    const at = Date.parse(`${time.replace(' ', 'T')}Z`)
    if (invoice.startsWith('C')) {
      if (customer === '') continue
      const key = `${customer} ${sku} ${-Number(quantity)}`
      taken.set(key, [...(taken.get(key) ?? []), at])
    } else if (Number(price) > 0 && Number(quantity) > 0) {
      const lines = invoices.get(invoice) ?? []
      if (lines.length === 0) invoices.set(invoice, lines)
      const key = customer === '' ? '' : `${customer} ${sku} ${Number(quantity)}`
      lines.push({
        key,
        at,
        line: lines.length + 1,
        minor: Math.round(Number(quantity) * Number(price) * 100),
      })
    }
  }
  const asked = new Map<string, typeof questions>()
  for (const question of questions) {
    asked.set(question.invoice, [...(asked.get(question.invoice) ?? []), question])
  }
  const mistakes = new Set<string>()
  const sums = { caughtLines: 0, missedLines: 0, avertedMinor: 0, missedMinor: 0 }
  for (const [invoice, lines] of invoices) {
    const takenBack = lines.filter(({ key, at }) => {
      const first = taken.get(key)?.find((one) => one >= at)
      return first !== undefined && first - at <= dayMs
    })
    const minorOf = (some: readonly Bought[]) => some.reduce((sum, { minor }) => sum + minor, 0)
    const most = 2 * minorOf(takenBack) >= minorOf(lines)
    for (const { line, minor } of takenBack) {
      const about = asked.get(invoice) ?? []
      const own = about.find((question) => question.line === line)
      const question = own ?? (most ? about.find((whole) => whole.line === 0) : undefined)
      if (question === undefined) {
        sums.missedLines += 1
        sums.missedMinor += minor
      } else {
        sums.caughtLines += 1
        sums.avertedMinor += minor
        mistakes.add(question.alert)
      }
    }
  }
  const all = new Set(questions.map(({ alert }) => alert))
  return { questions: all.size, mistakes: mistakes.size, ...sums }
}
