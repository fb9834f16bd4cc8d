import { z } from 'zod'
import { getPool } from '../../db/pool.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { eventsOfSlots } from './events-of-slots.ts'

/** So many marks are taken in one transaction, to keep it short. */
const marksATime = 20_000

/** Any number that nothing else in the product locks. */
const rollupLock = 7_301_004

const tryLock = defineQuery({
  row: z.object({ locked: z.boolean() }),
  build: () => sql`SELECT pg_try_advisory_xact_lock(${rollupLock}::bigint) AS locked`,
})

const takeMarks = defineQuery({
  row: z.object({ slot: z.date() }),
  build: () => sql`
    WITH taken AS (
      DELETE FROM dirty_slots WHERE id IN (SELECT id FROM dirty_slots ORDER BY id LIMIT ${marksATime})
      RETURNING slot
    ), passed_on AS (
      INSERT INTO what_if_dirty_days (day) SELECT DISTINCT floor(extract(epoch FROM slot) / 86400)::int FROM taken
    )
    SELECT DISTINCT slot FROM taken`,
})

const forgetSlots = defineQuery({
  row: z.never(),
  build: (slots: readonly Date[]) =>
    sql`DELETE FROM screening_rollup WHERE slot = ANY (${isoTexts(slots)}::timestamptz[])`,
})

/** The weeks of alerts raised in the slots, and of alerts about transactions of the slots, whose hits a correction may have ended. */
const markAlertWeeks = defineQuery({
  row: z.never(),
  build: (slots: readonly Date[]) => sql`
    WITH slots AS MATERIALIZED (SELECT unnest(${isoTexts(slots)}::timestamptz[]) AS slot)
    INSERT INTO dirty_alert_weeks (week)
    SELECT floor(extract(epoch FROM slot) / 604800)::int FROM slots
    UNION
    SELECT floor(extract(epoch FROM a.raised_at) / 604800)::int
    FROM slots s
    JOIN transactions t ON t.occurred_at >= s.slot AND t.occurred_at < s.slot + interval '15 minutes' AND t.alert_id IS NOT NULL
    JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id`,
})

const recountSlots = defineQuery({
  row: z.never(),
  build: (slots: readonly Date[]) => sql`
    WITH slots AS MATERIALIZED (SELECT unnest(${isoTexts(slots)}::timestamptz[]) AS slot)
    INSERT INTO screening_rollup (slot, segment, channel, currency, transactions, asked, alerts)
    SELECT slot, segment, channel, currency, sum(transactions), sum(asked), sum(alerts)
    FROM (${eventsOfSlots(sql`slots`)}) event
    GROUP BY slot, segment, channel, currency`,
})

/**
 * Recounts the slots whose rows changed and takes their marks away, in one transaction. Correct beside any number of
 * writers: a writer's mark and rows become visible together, marks are taken before the rows are counted, and a mark that
 * comes in between stays for the next time. Answers how many slots were recounted; null when another process is at it.
 */
export async function refreshRollup(): Promise<number | null> {
  const client = await getPool().connect()
  let failed = true
  try {
    // Each statement must see what was committed before it: the marks first, then at least the rows they announce.
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
    const [lock] = await tryLock(client, undefined)
    let recounted: number | null = null
    if (lock?.locked === true) {
      const slots = (await takeMarks(client, undefined)).map(({ slot }) => slot)
      if (slots.length > 0) {
        await forgetSlots(client, slots)
        await recountSlots(client, slots)
        await markAlertWeeks(client, slots)
      }
      recounted = slots.length
    }
    await client.query('COMMIT')
    failed = false
    return recounted
  } finally {
    // A failed transaction's connection is closed, which rolls it back: no mark is lost.
    client.release(failed)
  }
}

function isoTexts(slots: readonly Date[]): string[] {
  return slots.map((slot) => slot.toISOString())
}
