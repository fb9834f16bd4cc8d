import { beforeAll, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { decide } from '../../../server/screening/screening.ts'
import { getDistributions } from '../../../server/thresholds/queries/get-distributions.ts'
import { listHistory } from '../../../server/thresholds/queries/list-history.ts'
import { request, transfer } from '../screening/transactions.ts'
import { activated, begin, hourMs, now } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
})

it('paging through the history loses no line, though a switch writes several at one instant', async () => {
  for (let value = 20; value < 45; value++) await activated(irina, tomasz, 'far-above-usual', value)
  const { rows } = await getPool().query<{ count: number }>(
    'SELECT count(*)::int AS count FROM rule_set_events',
  )
  const seen = new Set<string>()
  let page = await listHistory(null)
  while (page.length > 0) {
    for (const { version, seq } of page) seen.add(`${version} ${seq}`)
    const { at, version, seq } = page.at(-1)!
    page = await listHistory({ at, version, seq })
  }
  expect(rows[0]!.count).toBeGreaterThan(100)
  expect(seen.size).toBe(rows[0]!.count)
})

it('currencies come with the most used first, by purchases and not by their sums', async () => {
  const send = (id: string, currency: string, amountMinor: number) =>
    decide(
      request(transfer({ id, customerRef: `of ${id}`, currency, amountMinor, occurredAt: now - hourMs })),
    )
  await send('one euro', 'EUR', 9_000_000)
  for (let i = 0; i < 3; i++) await send(`złoty ${i}`, 'PLN', 1_000)
  const window = { from: now - 24 * hourMs, to: now }
  const { currencies } = await getDistributions(window, { segment: null, currency: null, channel: null })
  expect(currencies).toEqual(['PLN', 'EUR'])
})
