import { existsSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { runImport } from '../../../server/imports/imports.ts'

const file = path.resolve('../shared/data/online-retail.csv.gz')
const skipped = !existsSync(file)
if (skipped)
  console.log(`Skipped: the real shop's year is not at ${file} (docs/imports.md says where to get it)`)
const dayMs = 86_400_000

it.skipIf(skipped)(
  "the real shop's year reconciles with a count over the file, and its two famous mistakes were worth asking about",
  { timeout: 300_000 },
  async () => {
    const { summary } = await runImport({ preset: 'online-retail', file, now: Date.UTC(2026, 0, 1) })
    const counted = await countInFile()
    expect(counted).toEqual({ lines: 397_884, hour: 526, day: 745, week: 1_408, dayMinor: 35_582_074 })
    expect(summary.linesWithCustomer).toBe(counted.lines)
    expect(summary.takenBack).toMatchObject({ hour: counted.hour, day: counted.day })
    expect(summary.caught + summary.missed).toBe(counted.day)
    const [gbp] = summary.money
    expect(gbp!.caughtMinor + gbp!.missedMinor).toBe(counted.dayMinor)
    // The file's clocks go forward in between for one more line: 167 hours that look like 168.
    expect(await countByShopClock()).toBe(counted.week)

    const alerts = await listFamous()
    expect(alerts).toEqual([
      { transaction_id: '541431', outcome: 'mistake', mistake_minor: 7_718_360, minutes: 16 },
      { transaction_id: '581483', outcome: 'mistake', mistake_minor: 16_846_960, minutes: 12 },
    ])
  },
)

/** Independent of the importer: straight over the rows, by the shop's own clock. */
async function countInFile() {
  const text = gunzipSync(await readFile(file)).toString('utf8')
  const rows = (parse(text) as string[][]).slice(1)
  const taken = new Map<string, number[]>()
  const clock = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`)
  for (const [invoice, sku, , quantity, time, , customer] of rows as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ][]) {
    if (!invoice.startsWith('C') || customer === '') continue
    const key = `${customer} ${sku} ${-Number(quantity)}`
    taken.set(key, [...(taken.get(key) ?? []), clock(time)])
  }
  const counted = { lines: 0, hour: 0, day: 0, week: 0, dayMinor: 0 }
  for (const [invoice, sku, , quantity, time, price, customer] of rows as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ][]) {
    if (invoice.startsWith('C') || customer === '' || Number(price) <= 0 || Number(quantity) <= 0) continue
    counted.lines++
    const at = clock(time)
    const first = taken.get(`${customer} ${sku} ${Number(quantity)}`)?.find((one) => one >= at)
    if (first === undefined) continue
    if (first - at <= dayMs / 24) counted.hour++
    if (first - at <= 7 * dayMs) counted.week++
    if (first - at > dayMs) continue
    counted.day++
    counted.dayMinor += Math.round(Number(quantity) * Number(price) * 100)
  }
  return counted
}

async function countByShopClock(): Promise<number> {
  const { rows } = await getPool().query<{ n: number }>(
    `SELECT count(*) AS n FROM transaction_lines l JOIN transactions t USING (customer_ref, transaction_id, revision)
     WHERE t.kind = 'purchase' AND
       (l.taken_back_at AT TIME ZONE 'Europe/London') <= (t.occurred_at AT TIME ZONE 'Europe/London') + interval '7 days'`,
  )
  return rows[0]!.n
}

async function listFamous() {
  const { rows } = await getPool().query(
    `SELECT transaction_id, outcome, mistake_minor, extract(epoch FROM outcome_at - raised_at)::int / 60 AS minutes
     FROM alerts WHERE transaction_id IN ('541431', '581483') ORDER BY transaction_id`,
  )
  return rows as unknown[]
}
