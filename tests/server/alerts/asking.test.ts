import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { defaultAskingPolicy } from '../../../domain/alerts/asking-policy.ts'
import { defaultScope } from '../../../domain/metrics/scope.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { endSnooze, noteTravel, snoozeRule } from '../../../server/alerts/alerts.ts'
import { listRestraints } from '../../../server/alerts/queries/list-restraints.ts'
import { saveAskingPolicy } from '../../../server/alerts/verbs/save-asking-policy.ts'
import { readHeldBackByRule } from '../../../server/analytics/outcomes/held-back-by-rule.ts'
import { listRows } from '../../../server/analytics/rows/list-rows.ts'
import { ensureAskingPolicy, getAskingPolicy } from '../../../server/asking/asking.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { openReplay } from '../../../server/screening/replay/open-replay.ts'
import {
  decide,
  ensureDefaultRuleSet,
  getRuleSet,
  testTransaction,
} from '../../../server/screening/screening.ts'
import { addDesks, addPerson } from '../cases/care-desks.ts'
import { request, transfer } from '../screening/transactions.ts'
import { alertRow } from './desk-alerts.ts'

const minute = 60_000
const day = 1_440 * minute
const firstPage = { sort: 'newest', cursor: null, limit: 50 } as const
let anna: SignedIn
let admin: SignedIn
let started = 0

beforeAll(async () => {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, 0))
  await addDesks()
  anna = await addPerson('Anna', 'staff', 'branch')
  admin = await addPerson('Adam', 'admin')
})

beforeEach(async () => {
  await getPool().query(
    'TRUNCATE transactions, transaction_lines, alerts, held_back_hits, customer_profiles, snoozes, travel_notices, asking_policy CASCADE',
  )
  await ensureAskingPolicy()
  started = Date.now()
})

const who = (signedIn: SignedIn, now = Date.now()) => ({ signedIn, now, requestId: 'r' })

async function decided(transaction: Transaction) {
  return (await decide(request(transaction))).decision
}

/** The customer pays this payee twice the same: the rule `paid-twice`, of medium severity, fires on the second. */
async function payTwice(payee: string, change: Partial<Transaction> = {}) {
  const to = { payee: { ref: payee, name: null }, ...change }
  await decided(transfer({ id: `${payee} 1`, occurredAt: started - 10 * minute, ...to }))
  return decided(transfer({ id: `${payee} 2`, occurredAt: started - 5 * minute, ...to }))
}

async function heldBack() {
  const { rows } = await getPool().query(
    'SELECT rule, reason, transaction_id FROM held_back_hits ORDER BY at, rule',
  )
  return rows
}

describe('the question budget', () => {
  it('lets three questions pass in 30 days, holds the fourth back and keeps it with its reason', async () => {
    const decisions = []
    for (const payee of ['gas', 'rent', 'phone', 'water']) decisions.push((await payTwice(payee)).decision)
    expect(decisions).toEqual(['ask', 'ask', 'ask', 'proceed'])
    expect(await heldBack()).toEqual([
      { rule: 'paid-twice', reason: 'questionBudget', transaction_id: 'water 2' },
    ])
    const { counts } = await readHeldBackByRule(defaultScope, { now: Date.now() + day })
    expect(counts).toEqual([{ reason: 'questionBudget', rule: 'paid-twice', hits: 1, customers: 1 }])
    const { rows, total } = await listRows('heldBackHits', defaultScope, {
      now: Date.now() + day,
      ...firstPage,
    })
    expect(total).toBe(1)
    expect(rows).toMatchObject([{ transactionId: 'water 2', amountMinor: 10_000, currency: 'PLN' }])
  })

  it('is exceeded by a rule of high severity', async () => {
    for (const payee of ['gas', 'rent', 'phone']) await payTwice(payee)
    const large = await decided(transfer({ id: 'large', occurredAt: started, amountMinor: 20_000_000 }))
    expect(large.decision).toBe('ask')
  })

  it('is what the administrator says, from the next decision on', async () => {
    const { version } = await getAskingPolicy()
    const policy = { ...defaultAskingPolicy, questions: 1 }
    await saveAskingPolicy(policy, { ...who(admin), expectedVersion: version })
    expect((await payTwice('gas')).decision).toBe('ask')
    expect((await payTwice('rent')).decision).toBe('proceed')
    const late = saveAskingPolicy(policy, { ...who(admin), expectedVersion: version })
    await expect(late).rejects.toMatchObject({ code: 'conflict', details: { version: version + 1 } })
  })

  it('counts several hits on one subject within 60 seconds as one question', async () => {
    const to = { payee: { ref: 'gas', name: null }, occurredAt: started - 5 * minute }
    await decided(transfer({ id: 'one', ...to }))
    const second = await decided(transfer({ id: 'two', ...to, occurredAt: to.occurredAt + 20_000 }))
    const third = await decided(transfer({ id: 'three', ...to, occurredAt: to.occurredAt + 40_000 }))
    expect(third.alert?.id).toBe(second.alert?.id)
    const { rows } = await getPool().query(
      `SELECT jsonb_array_length(profile->'questionsAt') AS n FROM customer_profiles`,
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('a snooze', () => {
  it('silences its rule for its customer until it ends, and only there', async () => {
    const first = await payTwice('gas')
    const seen = { ...who(anna), expectedVersion: 1 }
    const snooze = {
      alertId: first.alert!.id,
      rule: 'paid-twice',
      until: Date.now() + day,
      reason: 'pays weekly',
    }
    await snoozeRule(snooze, seen)
    expect((await payTwice('rent')).decision).toBe('proceed')
    expect(await heldBack()).toMatchObject([{ reason: 'snoozed', transaction_id: 'rent 2' }])
    expect((await payTwice('boris', { customerRef: 'boris' })).decision).toBe('ask')
    const { snoozes } = await listRestraints('anna', Date.now())
    await endSnooze({ customerRef: 'anna', id: snoozes[0]!.id }, who(anna))
    expect((await payTwice('phone')).decision).toBe('ask')
  })

  it('is refused for a rule that did not ask, and without an end ahead', async () => {
    const { alert } = await payTwice('gas')
    const seen = { ...who(anna), expectedVersion: 1 }
    const snooze = { alertId: alert!.id, rule: 'paid-twice', until: Date.now() + day, reason: 'x' }
    await expect(snoozeRule({ ...snooze, rule: 'large-payment' }, seen)).rejects.toMatchObject({
      code: 'unprocessable',
    })
    await expect(snoozeRule({ ...snooze, until: seen.now }, seen)).rejects.toMatchObject({
      code: 'invalidInput',
    })
  })
})

describe('a travel notice', () => {
  const warsaw = { lat: 52.23, lon: 21.01, country: 'PL' }
  const bangkok = { lat: 13.75, lon: 100.5, country: 'TH' }
  const inPerson = (id: string, place: Transaction['place'], agoMs: number) =>
    transfer({
      id,
      place,
      channel: 'card',
      cardPresent: true,
      occurredAt: started - agoMs,
      amountMinor: 5_000,
      payee: null,
    })

  it('silences what is far away in the noted country, and nothing elsewhere', async () => {
    for (let n = 1; n <= 6; n++) await decided(inPerson(`home ${n}`, warsaw, (20 - n) * day))
    expect((await testTransaction(inPerson('far', bangkok, 0), Date.now())).decision).toBe('ask')
    const stretch = { from: started - day, until: started + 7 * day, note: null }
    await noteTravel({ customerRef: 'anna', countries: ['TH'], ...stretch }, who(anna))
    expect((await testTransaction(inPerson('far', bangkok, 0), Date.now())).decision).toBe('proceed')
    const rio = { lat: -22.9, lon: -43.2, country: 'BR' }
    expect((await testTransaction(inPerson('rio', rio, 0), Date.now())).decision).toBe('ask')
  })

  it('that has passed or lasts years is refused', async () => {
    const notice = { customerRef: 'anna', countries: ['TH'], note: null }
    const past = noteTravel({ ...notice, from: started - 2 * day, until: started - day }, who(anna))
    await expect(past).rejects.toMatchObject({ code: 'invalidInput' })
    const long = noteTravel({ ...notice, from: started, until: started + 800 * day }, who(anna))
    await expect(long).rejects.toMatchObject({ code: 'invalidInput' })
  })
})

describe('the random sample', () => {
  beforeEach(() => getPool().query('UPDATE asking_policy SET sample_ppm = 1000000'))

  it('is an alert below all thresholds that is marked, while the sender is told to proceed, also the second time', async () => {
    const quiet = transfer({ id: 'quiet', occurredAt: started })
    const first = await decided(quiet)
    expect(first).toMatchObject({ status: 'new', decision: 'proceed', alert: null })
    expect(await decided(quiet)).toEqual({ ...first, status: 'duplicate' })
    const { rows } = await getPool().query('SELECT id FROM alerts')
    expect(rows).toHaveLength(1)
    const alert = await alertRow(rows[0].id)
    expect(alert).toMatchObject({
      origin: 'sample',
      severity: 'low',
      status: 'open',
      transaction_id: 'quiet',
    })
    expect(alert.question).toMatchObject({
      en: expect.stringContaining('(Landlord). Is everything as you meant it?'),
    })
    const hits = await getPool().query('SELECT count(*) AS n FROM alert_hits')
    expect(hits.rows[0].n).toBe(0)
  })

  it('never marks what a rule asked about, and costs a question of the budget', async () => {
    const large = await decided(transfer({ id: 'large', occurredAt: started, amountMinor: 20_000_000 }))
    expect((await alertRow(large.alert!.id)).origin).toBe('rule')
    for (const n of [1, 2, 3, 4])
      await decided(transfer({ id: `quiet ${n}`, occurredAt: started - n * day, amountMinor: 10_000 + n }))
    const { rows } = await getPool().query(`SELECT count(*) AS n FROM alerts WHERE origin = 'sample'`)
    expect(rows[0].n).toBe(2)
  })

  it('is drawn alike when the same history is replayed', async () => {
    await getPool().query('UPDATE asking_policy SET sample_ppm = 300000, questions = 16')
    const quiet = Array.from({ length: 30 }, (_, n) =>
      transfer({
        id: `quiet ${n}`,
        customerRef: `c${n}`,
        occurredAt: started - (40 - n) * minute,
        amountMinor: 10_000,
      }),
    )
    for (const one of quiet) await decided(one)
    const drawn = async () =>
      (
        await getPool().query(
          `SELECT transaction_id FROM alerts WHERE origin = 'sample' ORDER BY transaction_id`,
        )
      ).rows
    const live = await drawn()
    await getPool().query('TRUNCATE transactions, alerts, customer_profiles CASCADE')
    const client = await getPool().connect()
    try {
      const replay = openReplay({
        ...{ pool: getPool(), client, source: 'demo', importId: null, ruleSet: await getRuleSet(1) },
        ...{ timeZone: 'UTC', receivedAt: started },
      })
      for (const transaction of quiet) await replay.add({ kind: 'purchase', transaction })
      await replay.finish()
    } finally {
      client.release()
    }
    expect(live.length).toBeGreaterThan(2)
    expect(await drawn()).toEqual(live)
  })
})

describe('a new alert', () => {
  it('knows by when it should be answered and where it stands in the queue', async () => {
    const { alert } = await decided(transfer({ id: 'large', occurredAt: started, amountMinor: 20_000_000 }))
    const row = (await alertRow(alert!.id)) as Record<'raised_at' | 'warn_at' | 'due_at' | 'rank_at', Date>
    const after = (at: Date) => (at.getTime() - row.raised_at.getTime()) / minute
    // 200 000 PLN is twice the set amount: a quarter of an hour on top of the two hours of high severity.
    expect([after(row.warn_at), after(row.due_at), after(row.rank_at)]).toEqual([30, 60, -75])
  })
})
