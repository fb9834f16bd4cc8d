import { beforeEach, describe, expect, it } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { parseProfile, remember, emptyProfile } from '../../../domain/screening/profile.ts'
import { DecisionQueue } from '../../../server/screening/decision-queue.ts'
import { decide, ensureDefaultRuleSet, testTransaction } from '../../../server/screening/screening.ts'
import { basketLine, dayMs, noon, request, transfer } from './transactions.ts'

beforeEach(async () => {
  await getPool().query(
    'TRUNCATE transactions, transaction_lines, alerts, alert_hits, customer_profiles, item_usage, dirty_slots, idempotency_records CASCADE',
  )
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, noon))
})

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await getPool().query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)
  return rows[0]!.n
}

async function profileOf(customerRef: string) {
  const { rows } = await getPool().query(
    'SELECT profile, version FROM customer_profiles WHERE customer_ref = $1',
    [customerRef],
  )
  return { profile: parseProfile(rows[0].profile), version: rows[0].version as number }
}

/** Stands for another process: a queue with a cache of its own. */
function otherProcess() {
  return new DecisionQueue(() => Date.now())
}

describe('one decision', () => {
  it('is stored with its alert, hits and reference before it is answered', async () => {
    const { decision } = await decide(request(transfer({ id: 'large', amountMinor: 10_000_000 })))
    expect(decision).toMatchObject({ status: 'new', decision: 'ask', ruleSetVersion: 1 })
    expect(decision.alert?.hits[0]).toMatchObject({ rule: 'large-payment', threshold: 10_000_000 })
    expect(
      await count('alerts', `id = '${decision.alert?.id}' AND reference = '${decision.alert?.reference}'`),
    ).toBe(1)
    expect(await count('alert_hits')).toBe(decision.alert?.hits.length)
    expect(await count('transactions', `alert_id = '${decision.alert?.id}' AND decision = 'ask'`)).toBe(1)
  })

  it('is the stored answer again for the same id and body', async () => {
    const first = await decide(request(transfer({ id: 'large', amountMinor: 10_000_000 })))
    const second = await decide(request(transfer({ id: 'large', amountMinor: 10_000_000 })))
    expect(second.decision).toEqual({ ...first.decision, status: 'duplicate' })
    expect(await count('transactions')).toBe(1)
    expect((await profileOf('anna')).version).toBe(1)
  })

  it('is tested beforehand with the same answer, and nothing is stored by that', async () => {
    const transaction = transfer({ id: 'large', amountMinor: 10_000_000, lines: [basketLine('milk', 3)] })
    const { rules, ...tested } = await testTransaction(transaction, Date.now())
    expect(await count('transactions')).toBe(0)
    expect(await count('item_usage')).toBe(0)
    expect(tested).toEqual((await decide(request(transaction))).decision)
    expect(rules.find((rule) => rule.rule === 'large-payment')).toMatchObject({
      fired: true,
      distanceToFiring: 0,
    })
  })
})

describe('many at once', () => {
  it('are decided in some serial order for one customer, across processes', async () => {
    const queues = [otherProcess(), otherProcess(), otherProcess()]
    const all = Array.from({ length: 200 }, (_, i) =>
      transfer({
        id: `t${i}`,
        occurredAt: noon + i * 1_000,
        amountMinor: 1_000 + i,
        payee: { ref: `p${i}`, name: null },
      }),
    )
    await Promise.all(all.map((transaction, i) => queues[i % 3]!.add(request(transaction))))
    const { profile, version } = await profileOf('anna')
    expect(await count('transactions')).toBe(200)
    const expected = emptyProfile()
    for (const transaction of all) remember(expected, transaction)
    expect(profile.payments).toEqual(expected.payments)
    expect(profile.recentPayments).toEqual(expected.recentPayments)
    expect(version).toBeGreaterThan(1)
  })

  it('raise one alert when they are the same, and store it once', async () => {
    const queues = [otherProcess(), otherProcess()]
    const transaction = transfer({ id: 'same', amountMinor: 10_000_000 })
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => queues[i % 2]!.add(request(transaction))),
    )
    expect(answers.filter(({ decision }) => decision.status === 'new')).toHaveLength(1)
    expect(new Set(answers.map(({ decision }) => decision.alert?.id)).size).toBe(1)
    expect(await count('transactions')).toBe(1)
    expect(await count('alerts')).toBe(1)
  })

  it('lose no purchase of an item that many buy', async () => {
    const queues = [otherProcess(), otherProcess(), otherProcess()]
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        queues[i % 3]!.add(
          request(
            transfer({
              id: `b${i}`,
              customerRef: i % 4 === 0 ? null : `c${i}`,
              occurredAt: noon + i * 1_000,
              channel: 'pos',
              payee: null,
              lines: [basketLine('milk', 1 + i), basketLine(`sku${i % 7}`, 1, 2)],
            }),
          ),
        ),
      ),
    )
    const { rows } = await getPool().query(`SELECT usage FROM item_usage WHERE sku = 'milk'`)
    expect([...rows[0].usage.quantities].sort((a: number, b: number) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, i) => 1 + i),
    )
  })
})

describe('a correction', () => {
  it('keeps both bodies, counts one, and withdraws the question that no longer holds', async () => {
    const before = await decide(request(transfer({ id: 'slip', amountMinor: 10_000_000 })))
    const after = await decide(request(transfer({ id: 'slip', amountMinor: 10_000 })))
    expect(after.decision).toMatchObject({ status: 'superseding', decision: 'proceed', alert: null })
    expect(await count('transactions')).toBe(2)
    expect(await count('transactions', 'current')).toBe(1)
    expect(await count('alerts', `id = '${before.decision.alert?.id}' AND status = 'withdrawn'`)).toBe(1)
    const { profile } = await profileOf('anna')
    expect(profile.payments[0]?.amounts).toEqual([10_000])
    expect(profile.alerts).toEqual([])
    expect(profile.questionsAt).toEqual([])
  })

  it('leaves an alert alone that somebody worked on', async () => {
    const before = await decide(request(transfer({ id: 'slip', amountMinor: 10_000_000 })))
    await getPool().query(`UPDATE alerts SET status = 'claimed'`)
    await decide(request(transfer({ id: 'slip', amountMinor: 10_000 })))
    expect(await count('alerts', `id = '${before.decision.alert?.id}' AND status = 'claimed'`)).toBe(1)
  })

  it('that still asks about the same goes on as the same alert, counted once and with what is true now', async () => {
    const before = await decide(request(transfer({ id: 'slip', amountMinor: 20_000_000 })))
    const after = await decide(request(transfer({ id: 'slip', amountMinor: 10_000_000 })))
    expect(after.decision.alert?.id).toBe(before.decision.alert?.id)
    expect(await count('alerts', `amount_minor = 10000000 AND revision = 2 AND status = 'open'`)).toBe(1)
    expect(await count('alert_hits', 'revision = 1')).toBe(0)
    const { profile } = await profileOf('anna')
    expect(profile.questionsAt).toHaveLength(1)
  })

  it('may name another customer: the first one forgets it', async () => {
    await decide(request(transfer({ id: 'whose', amountMinor: 5_000 })))
    const { decision } = await decide(
      request(transfer({ id: 'whose', customerRef: 'jan', amountMinor: 5_000 })),
    )
    expect(decision.status).toBe('superseding')
    expect(await count('transactions', 'current')).toBe(1)
    expect((await profileOf('anna')).profile.payments).toEqual([])
    expect((await profileOf('jan')).profile.payments[0]?.amounts).toEqual([5_000])
  })

  it('takes back what it had added to an item', async () => {
    await decide(request(transfer({ id: 'basket', lines: [basketLine('milk', 100)] })))
    await decide(request(transfer({ id: 'basket', lines: [basketLine('bread', 1)] })))
    const { rows } = await getPool().query('SELECT sku, usage FROM item_usage ORDER BY sku')
    expect(rows.map((row) => [row.sku, row.usage.quantities])).toEqual([
      ['bread', [1]],
      ['milk', []],
    ])
  })

  it('that was corrected since is answered as stored and does not come back', async () => {
    await decide(request(transfer({ id: 'slip', amountMinor: 10_000 })))
    await decide(request(transfer({ id: 'slip', amountMinor: 20_000 })))
    const { decision } = await decide(request(transfer({ id: 'slip', amountMinor: 10_000 })))
    expect(decision.status).toBe('duplicate')
    expect(await count('transactions', 'current AND amount_minor = 20000')).toBe(1)
  })
})

describe('what comes late', () => {
  it('is screened on what had happened by its own time and put where it belongs', async () => {
    for (let i = 0; i < 6; i++) {
      await decide(
        request(transfer({ id: `later${i}`, occurredAt: noon + (i + 1) * dayMs, amountMinor: 10_000 + i })),
      )
    }
    const { decision } = await decide(
      request(transfer({ id: 'late', occurredAt: noon, amountMinor: 500_000 })),
    )
    expect(decision.signals.transaction.amountRatio).toBeNull()
    expect((await profileOf('anna')).profile.payments[0]?.amounts[0]).toBe(500_000)
  })
})

describe('two questions about one subject within a minute', () => {
  it('are one alert', async () => {
    const first = await decide(request(transfer({ id: 'one', amountMinor: 10_000_000 })))
    const second = await decide(
      request(transfer({ id: 'two', amountMinor: 11_000_000, occurredAt: noon + 30_000 })),
    )
    const third = await decide(
      request(transfer({ id: 'three', amountMinor: 12_000_000, occurredAt: noon + 3_600_000 })),
    )
    expect(second.decision.alert?.id).toBe(first.decision.alert?.id)
    expect(third.decision.alert?.id).not.toBe(first.decision.alert?.id)
    expect(await count('alerts')).toBe(2)
  })
})
