import { beforeAll, describe, expect, test } from 'vitest'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { getAlertPage } from '../../../server/alerts/alert-page/get-alert-page.ts'
import { decide, ensureDefaultRuleSet, hashTransaction } from '../../../server/screening/screening.ts'
import { getPrisma } from '../../../server/db/prisma.ts'

const now = Date.UTC(2026, 2, 20, 12)
const day = 86_400_000

beforeAll(async () => {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, now - 30 * day))
})

function transfer(id: string, daysAgo: number, amountMinor: number): Transaction {
  return {
    id,
    customerRef: 'anna',
    segment: 'private',
    language: 'pl',
    occurredAt: now - daysAgo * day,
    channel: 'transfer',
    amountMinor,
    currency: 'PLN',
    payee: { ref: 'PL61', name: 'Jan Nowak' },
    merchant: null,
    place: null,
    cardPresent: null,
    lines: [],
  }
}

async function send(transaction: Transaction) {
  const request = { transaction, bodyHash: hashTransaction(transaction), idempotency: null }
  return (await decide(request)).decision
}

describe('the page of an alert', () => {
  test('says why it was raised, what each rule saw, and what was usual before', async () => {
    for (const [index, amount] of [10_000, 12_000, 11_000].entries()) {
      await send(transfer(`usual-${index}`, 10 - index, amount))
    }
    const { alert } = await send(transfer('large', 1, 10_000_000))
    if (alert === null) throw new Error('100 000 PLN should be worth asking about')
    const page = await getAlertPage(alert.id, { now, language: 'en' })
    expect(page.alert.reference).toBe(alert.reference)
    expect(page.hits.map(({ rule, explanation }) => [rule, explanation])).toEqual(
      alert.hits.map(({ rule, explanation }) => [rule, explanation.en]),
    )
    expect(page.alert.question).toEqual(alert.question)
    expect(page.usual).toMatchObject({ count: 3, medianMinor: 11_000, largestMinor: 12_000 })
    const ratio = page.evaluations.find(({ signal }) => signal === 'amountRatio')
    expect(ratio).toMatchObject({ value: null, missing: '3 of 5 purchases', fired: false })
    const fired = page.evaluations.filter((evaluation) => evaluation.fired)
    expect(fired.map(({ rule }) => rule).sort()).toEqual(
      [...new Set(alert.hits.map(({ rule }) => rule))].sort(),
    )
    for (const { distanceToFiring } of fired) expect(distanceToFiring).toBeLessThanOrEqual(0)
  })

  test("is told in the reader's language", async () => {
    const { alert } = await send(transfer('large-again', 0.5, 20_000_000))
    if (alert === null) throw new Error('200 000 PLN should be worth asking about')
    const pages = await Promise.all(
      (['en', 'pl', 'ru'] as const).map((language) => getAlertPage(alert.id, { now, language })),
    )
    expect(new Set(pages.map(({ hits }) => hits[0]?.explanation)).size).toBe(3)
    expect(new Set(pages.map(({ evaluations }) => evaluations[0]?.ruleName)).size).toBe(3)
    expect(pages[0]?.others.total).toBe(1)
  })

  test.each(['00000000-0000-4000-8000-000000000000', 'no-uuid', "'; DROP TABLE alerts; --"])(
    'is not found for %s',
    async (id) => {
      await expect(getAlertPage(id, { now, language: 'en' })).rejects.toMatchObject({ code: 'notFound' })
    },
  )
})
