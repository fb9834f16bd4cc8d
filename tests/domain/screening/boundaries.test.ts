import { describe, expect, it } from 'vitest'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { basket, daily, day, hour, line, minute, now, payment, read, screenAfter } from './build.ts'

const usual = (count: number, amountMinor = 10_000) => daily(count, () => payment({ amountMinor }))

describe('amountRatio', () => {
  it('has no value with four of five earlier payments, and says so', () => {
    expect(read('amountRatio', 'transaction', payment(), { history: usual(4) })).toEqual({
      value: null,
      reason: { code: 'tooLittleHistory', have: 4, need: 5 },
    })
  })

  it('has a value with five', () => {
    const reading = read('amountRatio', 'transaction', payment({ amountMinor: 25_000 }), {
      history: usual(5),
    })
    expect(reading.value).toBe(2.5)
  })

  it('takes the mean of the two middle amounts of an even number', () => {
    const history = [1, 2, 3, 4, 5, 6].map((n, i) =>
      payment({ id: `e${i}`, occurredAt: now - day, amountMinor: n * 1_000 }),
    )
    expect(read('amountRatio', 'transaction', payment({ amountMinor: 7_000 }), { history }).value).toBe(2)
  })

  it('counts only payments of the same channel and currency', () => {
    const history = [...usual(5), ...daily(9, () => payment({ currency: 'EUR' }))]
    expect(read('amountRatio', 'transaction', payment({ channel: 'card' }), { history }).value).toBeNull()
    expect(read('amountRatio', 'transaction', payment(), { history }).value).toBe(1)
  })

  it('leaves the evaluated transaction out of its own history', () => {
    const itself = payment({ amountMinor: 90_000 })
    expect(read('amountRatio', 'transaction', itself, { history: [...usual(5), itself] }).value).toBe(9)
    expect(read('amountRatio', 'transaction', itself, { history: [...usual(4), itself] }).value).toBeNull()
  })

  it('judges a late payment by what had happened before it', () => {
    const late = payment({ occurredAt: now - 3.5 * day, amountMinor: 20_000 })
    expect(read('amountRatio', 'transaction', late, { history: usual(9) }).value).toBe(2)
    expect(read('amountRatio', 'transaction', late, { history: usual(7) })).toMatchObject({
      reason: { have: 4 },
    })
  })

  it('says that the customer is unknown where nobody knows them', () => {
    const reading = read('amountRatio', 'transaction', payment({ customerRef: null }), { history: usual(9) })
    expect(reading).toEqual({ value: null, reason: { code: 'noCustomer' } })
  })
})

describe('quantityRatio', () => {
  const others = (count: number, quantity = 2) =>
    daily(count, () => basket({ customerRef: 'somebody' }, line({ quantity })))

  it.each([
    [4, null],
    [5, 50],
  ])('with %i purchases by everybody is %s', (count, value) => {
    const reading = read('quantityRatio', 'line', basket({ customerRef: null }, line({ quantity: 100 })), {
      history: others(count),
    })
    expect(reading.value).toBe(value)
  })

  it('prefers the customer’s own usual quantity once there are five purchases', () => {
    const own = daily(5, () => basket({}, line({ quantity: 50 })))
    const now100 = basket({}, line({ quantity: 100 }))
    expect(read('quantityRatio', 'line', now100, { history: [...others(30), ...own] })).toMatchObject({
      value: 2,
      facts: { whose: 'customer' },
    })
    expect(
      read('quantityRatio', 'line', now100, { history: [...others(30), ...own.slice(1)] }),
    ).toMatchObject({
      facts: { whose: 'everybody' },
    })
  })

  it('takes weighed goods as they are', () => {
    const reading = read('quantityRatio', 'line', basket({}, line({ quantity: 1.5 })), {
      history: others(6, 0.25),
    })
    expect(reading.value).toBe(6)
  })
})

describe('repeat', () => {
  const gas = { ref: 'gas', name: null }
  const paidAt = (occurredAt: number, over: Partial<Transaction> = {}) =>
    payment({ id: 'first', occurredAt, payee: gas, ...over })

  it.each([
    ['the same minute', 0, 0],
    ['an hour', hour, 60],
    ['just a day', day, 1440],
    ['more than a day', day + 1, null],
  ])('%s later', (_, since, value) => {
    expect(
      read('repeat', 'transaction', payment({ payee: gas }), { history: [paidAt(now - since)] }).value,
    ).toBe(value)
  })

  it.each<[string, Partial<Transaction>]>([
    ['another amount', { amountMinor: 10_001 }],
    ['another payee', { payee: { ref: 'water', name: null } }],
    ['another currency', { currency: 'EUR' }],
  ])('%s is no repetition', (_, over) => {
    const history = [paidAt(now - minute, over)]
    expect(read('repeat', 'transaction', payment({ payee: gas }), { history })).toMatchObject({
      reason: { code: 'noEarlierPayment' },
    })
  })

  it('of a transfer without a payee has no value', () => {
    const history = [payment({ id: 'first', occurredAt: now - minute })]
    expect(read('repeat', 'transaction', payment(), { history })).toMatchObject({
      reason: { code: 'noCounterparty' },
    })
  })

  it('does not see a payment that happened later', () => {
    const late = payment({ payee: gas, occurredAt: now - hour })
    expect(read('repeat', 'transaction', late, { history: [paidAt(now)] }).value).toBeNull()
  })

  it.each([
    ['the same quantity on another receipt', 3, 12],
    ['another quantity', 4, null],
  ])('of an item: %s', (_, quantity, value) => {
    const earlier = basket({ id: 'first', occurredAt: now - 12 * minute }, line({ quantity: 3 }))
    expect(read('repeat', 'line', basket({}, line({ quantity })), { history: [earlier] }).value).toBe(value)
  })

  it('of an item within its own receipt is none', () => {
    const twice = basket({}, line(), line({ lineNo: 2 }))
    expect(read('repeat', 'line', twice, { history: [twice] }).value).toBeNull()
  })
})

describe('where somebody paid', () => {
  const warsaw = { lat: 52.23, lon: 21.01, country: 'PL' }
  const bangkok = { lat: 13.75, lon: 100.5, country: 'TH' }
  const inPerson = (over: Partial<Transaction> = {}) =>
    payment({ channel: 'card', cardPresent: true, place: bangkok, ...over })
  const atHome = (count: number) => daily(count, () => inPerson({ place: warsaw }))
  const both = ['distanceKm', 'travelSpeedKmh'] as const

  it.each(both)('%s is null for an unknown place', (key) => {
    const reading = read(key, 'transaction', inPerson({ place: null }), { history: atHome(5) })
    expect(reading).toEqual({ value: null, reason: { code: 'placeUnknown' } })
  })

  it.each(both)('%s is null when the card is not present or nobody says that it is', (key) => {
    for (const cardPresent of [false, null]) {
      const reading = read(key, 'transaction', inPerson({ cardPresent }), { history: atHome(5) })
      expect(reading).toEqual({ value: null, reason: { code: 'cardNotPresent' } })
    }
  })

  it.each(both)('%s does not learn from payments without the card', (key) => {
    const history = daily(9, () => inPerson({ place: warsaw, cardPresent: false }))
    expect(read(key, 'transaction', inPerson(), { history }).value).toBeNull()
  })

  it.each(both)('%s is silenced by a travel notice for as long as it holds', (key) => {
    const at = (occurredAt: number) =>
      read(key, 'transaction', inPerson({ occurredAt }), {
        history: atHome(5),
        context: { travelNotices: [{ country: 'TH', area: null, from: now, until: now + day }] },
      })
    expect(at(now)).toEqual({ value: null, reason: { code: 'travelNotice' } })
    expect(at(now + day - 1).value).toBeNull()
    expect(at(now - 1).value).toBeGreaterThan(0)
    expect(at(now + day).value).toBeGreaterThan(0)
  })

  it('a travel notice for an area ends at its radius', () => {
    const at = (radiusKm: number) =>
      read('distanceKm', 'transaction', inPerson(), {
        history: atHome(5),
        context: {
          travelNotices: [
            { country: null, area: { lat: 13.75, lon: 101.5, radiusKm }, from: 0, until: now + 1 },
          ],
        },
      }).value
    expect(at(100)).toBeGreaterThan(8_000)
    expect(at(120)).toBeNull()
  })

  it.each([
    [2, null],
    [3, 8_090],
  ])('distanceKm with %i visits is %s', (visits, km) => {
    const { value } = read('distanceKm', 'transaction', inPerson(), { history: atHome(visits) })
    expect(value === null ? null : Math.round(value)).toBe(km)
  })

  it('distanceKm is to the nearest of several places', () => {
    const history = [
      ...atHome(5),
      inPerson({ id: 'pattaya', occurredAt: now - day, place: { lat: 12.93, lon: 100.88, country: 'TH' } }),
    ]
    expect(read('distanceKm', 'transaction', inPerson(), { history }).value).toBeLessThan(110)
  })

  it('travelSpeedKmh takes nothing for the first 50 km and ten minutes for less', () => {
    const from = (lat: number, since: number) =>
      read('travelSpeedKmh', 'transaction', inPerson({ place: { lat: 0, lon: 0, country: null } }), {
        history: [inPerson({ id: 'first', occurredAt: now - since, place: { lat, lon: 0, country: null } })],
      }).value
    expect(from(0.4, minute)).toBe(0)
    expect(from(1, minute)).toBeCloseTo((111.195 - 50) * 6, 1)
    expect(from(1, 2 * hour)).toBeCloseTo((111.195 - 50) / 2, 1)
  })
})

describe('merchantRisk', () => {
  const name = { en: 'x', pl: 'x', ru: 'x' }
  const criteria = {
    criteria: [
      { key: 'a', weight: 3, name },
      { key: 'b', weight: 2, name },
    ],
    unmetByMerchant: { good: [], bad: ['a'] },
    unmetByMcc: { '7995': ['a', 'b'] },
    unmetByCountry: { XX: ['b'] },
  }
  const at = (ref: string, mcc: string | null = null, country: string | null = null) =>
    read(
      'merchantRisk',
      'transaction',
      payment({ channel: 'card', merchant: { ref, name: null, mcc, country } }),
      { criteria },
    )

  it.each([
    ['an assessed and safe merchant', at('good'), 0],
    ['a merchant', at('bad'), 3],
    ['merchant and country together', at('bad', null, 'XX'), 5],
    ['the same criterion counted once', at('bad', '7995'), 5],
    ['nobody’s assessment', at('toString'), null],
  ])('adds up: %s', (_, reading, value) => {
    expect(reading.value).toBe(value)
  })

  it('has no value without a merchant', () => {
    expect(read('merchantRisk', 'transaction', payment(), { criteria })).toMatchObject({
      reason: { code: 'noMerchant' },
    })
  })
})

describe('sizeGap', () => {
  const bought = (size: string, category = 'blouse') => basket({}, line({ size, category }))
  const gap = (sizes: string[], size: string, category = 'blouse') =>
    read('sizeGap', 'line', bought(size, category), {
      history: daily(sizes.length, (i) => bought(sizes[i]!, category)),
    })

  it.each([
    ['38 to 44 is three steps', ['38', '38', '38'], '44', 'blouse', 3],
    ['down as well', ['38', '38', '38'], '36', 'blouse', 1],
    ['letters', ['S', 'S', 'S'], 'XXL', 'shirt', 4],
    ['shoes go by one', ['38', '38', '38'], '39.5', 'shoes', 1.5],
    ['a British 10 is a 38', ['38', '38', '38'], 'UK 10', 'blouse', 0],
    ['children go by height', ['110', '110', '110'], '122', 'kids', 2],
    ['who buys for two has two usual sizes', ['38', '44', '38', '44', '38'], '44', 'blouse', 0],
    ['one gift is not usual', ['38', '38', '38', '38', '44'], '44', 'blouse', 3],
  ])('%s', (_, sizes, size, category, value) => {
    expect(gap(sizes, size, category).value).toBe(value)
  })

  it('needs three purchases in the category', () => {
    expect(gap(['38', '38'], '44')).toEqual({
      value: null,
      reason: { code: 'tooLittleHistory', have: 2, need: 3 },
    })
  })

  it('does not compare letters with numbers or what cannot be read', () => {
    expect(gap(['M', 'M', 'M'], '44').value).toBeNull()
    expect(gap(['38', '38', '38'], 'one size')).toMatchObject({ reason: { code: 'sizeNotComparable' } })
  })
})

describe('habitBreak', () => {
  const milk = (attributes: string[]) => basket({}, line({ group: 'milk', attributes }))
  const after = (having: number, lacking: number, attributes: string[] = []) =>
    read('habitBreak', 'line', milk(attributes), {
      history: daily(having + lacking, (i) => milk(i < having ? ['lactose-free'] : [])),
    })

  it.each([
    ['four purchases are too few', 4, 0, null],
    ['five make a habit of 5 in 6', 5, 0, 5 / 6],
    ['exceptions weaken it', 6, 3, 0.6],
    ['no habit', 0, 6, 0],
  ])('%s', (_, having, lacking, value) => {
    expect(after(having, lacking).value).toBe(value)
  })

  it('is not broken by an item that has the attribute', () => {
    expect(after(9, 0, ['lactose-free']).value).toBe(0)
  })
})

describe('a threshold', () => {
  it.each([
    ['just below', 9_999_999, 'proceed'],
    ['at', 10_000_000, 'ask'],
    ['above', 10_000_001, 'ask'],
  ])('of 100 000 PLN, %s', (_, amountMinor, decision) => {
    expect(screenAfter(payment({ amountMinor })).decision).toBe(decision)
  })

  it.each([
    ['just within', 60 * minute, 'ask'],
    ['just outside', 60 * minute + 1, 'proceed'],
  ])('of 60 minutes, %s', (_, since, decision) => {
    const payee = { ref: 'gas', name: null }
    const history = [payment({ id: 'first', payee, occurredAt: now - since })]
    expect(screenAfter(payment({ payee }), { history }).decision).toBe(decision)
  })
})
