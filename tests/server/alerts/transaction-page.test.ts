import { beforeAll, describe, expect, test } from 'vitest'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { getTransactionPage } from '../../../server/alerts/alert-page/get-transaction-page.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { decide, ensureDefaultRuleSet, hashTransaction } from '../../../server/screening/screening.ts'
import { getPool } from '../../../server/db/pool.ts'
import { redecide } from '../../../server/thresholds/redecide.ts'

const now = Date.UTC(2026, 2, 20, 12)
const day = 86_400_000
const reader = { now, language: 'en' } as const

beforeAll(async () => {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, now - 30 * day))
})

async function send(id: string, amountMinor: number) {
  const transaction: Transaction = {
    ...{ id, customerRef: 'anna', segment: 'private', language: 'pl', occurredAt: now - day },
    ...{ channel: 'transfer', amountMinor, currency: 'PLN', payee: { ref: `PL ${id}`, name: 'Jan Nowak' } },
    ...{ merchant: null, place: null, cardPresent: null, lines: [] },
  }
  return (await decide({ transaction, bodyHash: hashTransaction(transaction), idempotency: null })).decision
}

describe('the page of a purchase', () => {
  test('that nobody asked about shows every rule with its threshold and its distance to firing', async () => {
    await send('quiet', 9_000_000)
    const page = await getTransactionPage('quiet', reader)
    expect(page).toMatchObject({ decision: 'proceed', decidedBy: 1, alert: null, heldBack: [], firedOn: [] })
    const large = page.evaluations.find(({ rule }) => rule === 'large-payment')
    expect(large).toMatchObject({ value: 9_000_000, threshold: 10_000_000, distanceToFiring: 1_000_000 })
  })

  test('leads to its question where there was one', async () => {
    const { alert } = await send('loud', 11_000_000)
    const page = await getTransactionPage('loud', reader)
    expect(page.alert).toMatchObject({ id: alert?.id, reference: alert?.reference, outcome: null })
    expect(page.firedOn).toEqual([0])
  })

  test('names what was held back, with why', async () => {
    await send('held', 12_000_000)
    await getPool().query(
      `INSERT INTO held_back_hits (customer_ref, transaction_id, revision, line_no, rule, signal, value, threshold, severity, reason, at)
       VALUES ('anna', 'held', 1, 0, 'paid-twice', 'repeat', 3, 60, 'medium', 'snoozed', now())`,
    )
    const { heldBack } = await getTransactionPage('held', reader)
    expect(heldBack).toEqual([{ rule: 'paid-twice', ruleName: 'Paid twice', lineNo: 0, reason: 'snoozed' }])
  })

  test.each(['no-such-purchase', '', "'; DROP TABLE transactions; --"])('is not found for %j', async (id) => {
    await expect(getTransactionPage(id, reader)).rejects.toMatchObject({ code: 'notFound' })
    await expect(redecide(id, null)).rejects.toMatchObject({ code: 'notFound' })
  })
})
