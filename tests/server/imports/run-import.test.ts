import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { runImport } from '../../../server/imports/imports.ts'
import { decide, hashTransaction } from '../../../server/screening/screening.ts'
import { emptyTables, fingerprint } from './imported-rows.ts'
import { sampleShop } from './sample-shop.ts'

const now = Date.UTC(2026, 0, 1)
let folder = ''
let shop = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-import-'))
  shop = path.join(folder, 'shop.csv')
  await writeFile(shop, sampleShop('import', 3_500))
})
beforeEach(emptyTables)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('an import', () => {
  it('stores every row of the file once, or says why not, and asks about slips', async () => {
    const { summary, outcome } = await runImport({ preset: 'online-retail', file: shop, now })
    expect(outcome).toBe('imported')
    const kept = await countRows('transaction_lines')
    const rejected = Object.values(summary.rejects).reduce((sum, n) => sum + n, 0)
    expect(kept + rejected).toBe(summary.rowsRead)
    expect(rejected).toBe(await countRows('import_rejects'))
    expect(summary.alerts).toBe(await countRows('alerts'))
    expect(summary.caught).toBeGreaterThan(10)
    expect(summary.takenBack.day).toBe(summary.caught + summary.missed)
  })

  it('answers every question of history, marked as inferred, with the cost of each mistake', async () => {
    await runImport({ preset: 'online-retail', file: shop, now })
    const { rows } = await getPool().query<{ wrong: number; mistakes: number }>(
      `SELECT count(*) FILTER (WHERE status <> 'confirmed' OR outcome_source <> 'inferred' OR outcome IS NULL
           OR (outcome = 'mistake') <> (mistake_minor IS NOT NULL)
           OR (outcome = 'intended' AND outcome_at <> raised_at + interval '24 hours')) AS wrong,
         count(*) FILTER (WHERE outcome = 'mistake') AS mistakes FROM alerts`,
    )
    expect(rows[0]!.wrong).toBe(0)
    expect(rows[0]!.mistakes).toBeGreaterThan(0)
  })

  it('says nothing of what came of a question when the file does not tell what was taken back', async () => {
    const mapping = path.join(folder, 'bank.json')
    const columns = { transaction: 'id', time: 'time', customer: 'who', payee: 'to', amount: 'sum' }
    const about = { name: 'bank', zone: 'Europe/Warsaw', currency: 'PLN', channel: 'transfer' }
    await writeFile(mapping, JSON.stringify({ ...about, columns }))
    const file = path.join(folder, 'bank.csv')
    const twice = ['a,2025-06-01 10:00:00,kowal,rent,1200.00', 'b,2025-06-01 10:02:00,kowal,rent,1200.00']
    await writeFile(file, ['id,time,who,to,sum', ...twice].join('\n'))
    const { summary } = await runImport({ preset: mapping, file, now })
    expect(summary).toMatchObject({ alerts: 1, takenBackKnown: false })
    const { rows } = await getPool().query(
      `SELECT a.status, a.outcome, e.type, e.by_name FROM alerts a
        JOIN alert_events e ON e.customer_ref = a.customer_ref AND e.alert_id = a.id AND e.seq = a.version`,
    )
    expect(rows).toEqual([{ status: 'expired', outcome: null, type: 'alert.expired', by_name: 'Import' }])
  })

  it('says in the history of every question from which line its outcome was read', async () => {
    await runImport({ preset: 'online-retail', file: shop, now })
    const { rows } = await getPool().query<{ untold: number; unfounded: number; intended: number }>(
      `SELECT count(*) FILTER (WHERE e.alert_id IS NULL OR e.seq <> a.version OR e.payload->>'outcome' <> a.outcome) AS untold,
         count(*) FILTER (WHERE a.outcome = 'mistake' AND NOT EXISTS (
           SELECT FROM transaction_lines l WHERE l.customer_ref = a.customer_ref AND e.payload->'takenBackBy' ? l.taken_back_by)) AS unfounded,
         count(*) FILTER (WHERE a.outcome = 'intended' AND e.payload->'takenBackBy' = '[]') AS intended
       FROM alerts a LEFT JOIN alert_events e ON e.customer_ref = a.customer_ref AND e.alert_id = a.id AND e.type = 'alert.inferred'`,
    )
    expect(rows[0]).toMatchObject({ untold: 0, unfounded: 0 })
    expect(rows[0]!.intended).toBeGreaterThan(0)
  })

  it('leaves services and cancellations unscreened and links what was taken back both ways', async () => {
    await runImport({ preset: 'online-retail', file: shop, now })
    const { rows } = await getPool().query<{ screened: number; unlinked: number }>(
      `SELECT count(*) FILTER (WHERE (sku = 'POST' OR quantity < 0) AND jsonb_array_length(signals->'values') > 0) AS screened,
         count(*) FILTER (WHERE takes_back IS NOT NULL AND NOT EXISTS (
           SELECT FROM transaction_lines bought WHERE bought.transaction_id = l.takes_back AND bought.line_no = l.takes_back_line
             AND bought.taken_back_by = l.transaction_id)) AS unlinked
       FROM transaction_lines l`,
    )
    expect(rows[0]).toEqual({ screened: 0, unlinked: 0 })
  })

  it('of the same file again, packed or not, changes nothing', async () => {
    const first = await runImport({ preset: 'online-retail', file: shop, now })
    const before = await fingerprint()
    const packed = path.join(folder, 'shop.csv.gz')
    await writeFile(packed, gzipSync(sampleShop('import', 3_500)))
    const again = await runImport({ preset: 'online-retail', file: packed, now })
    expect(again.outcome).toBe('alreadyImported')
    expect(again.summary).toEqual(first.summary)
    expect(await fingerprint()).toEqual(before)
  })

  it('of a longer file leaves out what is stored already and names what differs', async () => {
    await runImport({ preset: 'online-retail', file: shop, now })
    const before = await countRows('transactions')
    const longer = path.join(folder, 'longer.csv')
    const text = sampleShop('import', 3_500)
    const changed = text.replace(/^500000,(S\d+),([^\n]*?),(\d+),(2011[^\n]*)/m, '500000,$1,$2,777,$4')
    expect(changed).not.toBe(text)
    await writeFile(longer, changed + '990001,S1,NEW,2,2011-12-01 10:00:00,2.00,12001.0,United Kingdom\n')
    const { summary } = await runImport({ preset: 'online-retail', file: longer, now })
    expect(await countRows('transactions')).toBe(before + 1)
    expect(summary.purchases).toBe(1)
    expect(summary.alreadyStored).toBe(before - 1)
    expect(summary.rejects.differsFromStored).toBe(1)
  })

  it('rehearsed prints the same summary and stores nothing', async () => {
    const rehearsed = await runImport({ preset: 'online-retail', file: shop, now, dryRun: true })
    expect(rehearsed.outcome).toBe('rehearsed')
    for (const table of ['transactions', 'import_runs', 'alerts', 'customer_profiles', 'item_usage']) {
      expect(await countRows(table)).toBe(0)
    }
    const { summary } = await runImport({ preset: 'online-retail', file: shop, now })
    expect(rehearsed.summary).toEqual(summary)
  })

  it('on a full disk says so, keeps what was stored and goes on from there to the same rows', async () => {
    await runImport({ preset: 'online-retail', file: shop, now })
    const whole = await fingerprint()
    await emptyTables()
    await getPool().query(`
      CREATE FUNCTION pretend_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER pretend_full BEFORE INSERT ON transactions FOR EACH ROW
        WHEN (NEW.transaction_id = '503300') EXECUTE FUNCTION pretend_full()`)
    await expect(runImport({ preset: 'online-retail', file: shop, now })).rejects.toMatchObject({
      code: 'unavailable',
      userMessage: expect.stringContaining('full') as string,
    })
    await getPool().query('DROP FUNCTION pretend_full CASCADE')
    const kept = await countRows('transactions')
    expect(kept).toBeGreaterThan(0)
    const { resumedAt } = await runImport({ preset: 'online-retail', file: shop, now })
    expect(resumedAt).toBe(kept)
    expect(await fingerprint()).toEqual(whole)
  })

  it('keeps both its own history and what is decided live about its customers meanwhile', async () => {
    let decided = false
    await runImport({
      preset: 'online-retail',
      file: shop,
      now,
      onProgress: ({ phase }) => {
        if (phase !== 'screening' || decided) return
        decided = true
        void decideLive()
      },
    })
    await live
    const { rows } = await getPool().query<{ kept: boolean; imported: boolean }>(
      `SELECT jsonb_path_query_array(profile, '$.payments[*].amounts[*]') @> '[424242]' AS kept,
         jsonb_array_length(jsonb_path_query_array(profile, '$.payments[*].amounts[*]')) > 10 AS imported FROM customer_profiles WHERE customer_ref = '12001'`,
    )
    expect(rows).toEqual([{ kept: true, imported: true }])
  })
})

let live: Promise<unknown> = Promise.resolve()

function decideLive() {
  const transaction = {
    ...{
      id: 'live-1',
      customerRef: '12001',
      segment: 'uk',
      language: null,
      occurredAt: now - 1,
      channel: 'online' as const,
    },
    ...{
      amountMinor: 424_242,
      currency: 'GBP',
      payee: null,
      merchant: null,
      place: null,
      cardPresent: null,
      lines: [],
    },
  }
  live = decide({ transaction, bodyHash: hashTransaction(transaction), idempotency: null })
  return live
}

async function countRows(table: string): Promise<number> {
  const { rows } = await getPool().query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
  return rows[0]!.n
}
