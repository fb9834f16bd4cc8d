import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { postTransaction } from '../../../server/rest/routes/post-transaction.ts'
import { call, openDoor, transferBody } from './rest-door.ts'

let key: { authorization: string }
beforeAll(async () => {
  key = await openDoor()
})

async function stored(): Promise<number> {
  const { rows } = await getPool().query<{ n: number }>('SELECT count(*) AS n FROM transactions')
  return rows[0]!.n
}

const line = { sku: 'milk', quantity: 1, unitPrice: '3.50' }
const withLine = (change: object) => transferBody({ lines: [{ ...line, ...change }] })

describe('a body that cannot be used is refused with its place, and nothing is stored', () => {
  it.each([
    [
      'an unknown currency',
      transferBody({ money: { amount: '1.00', currency: 'XXQ' } }),
      'money.currency',
      'custom',
    ],
    [
      'an amount that is a number',
      transferBody({ money: { amount: 1, currency: 'PLN' } }),
      'money.amount',
      'invalidType',
    ],
    [
      'an amount with a comma',
      transferBody({ money: { amount: '1,00', currency: 'PLN' } }),
      'money.amount',
      'invalidFormat',
    ],
    [
      'an amount with an exponent',
      transferBody({ money: { amount: '1e5', currency: 'PLN' } }),
      'money.amount',
      'invalidFormat',
    ],
    [
      'an amount below 0',
      transferBody({ money: { amount: '-1.00', currency: 'PLN' } }),
      'money.amount',
      'invalidFormat',
    ],
    [
      'an amount that says NaN',
      transferBody({ money: { amount: 'NaN', currency: 'PLN' } }),
      'money.amount',
      'invalidFormat',
    ],
    [
      'an amount of 0',
      transferBody({ money: { amount: '0.00', currency: 'PLN' } }),
      'money.amount',
      'notPositive',
    ],
    [
      'more decimals than the currency has',
      transferBody({ money: { amount: '1.005', currency: 'PLN' } }),
      'money.amount',
      'tooManyDecimals',
    ],
    [
      'an amount beyond exact numbers',
      transferBody({ money: { amount: '999999999999999.99', currency: 'PLN' } }),
      'money.amount',
      'tooLarge',
    ],
    ['a negative quantity', withLine({ quantity: -1 }), 'lines.0.quantity', 'tooSmall'],
    ['a quantity of 0', withLine({ quantity: 0 }), 'lines.0.quantity', 'tooSmall'],
    ['an absurd quantity', withLine({ quantity: 1e10 }), 'lines.0.quantity', 'tooBig'],
    ['a quantity that is a text', withLine({ quantity: '1' }), 'lines.0.quantity', 'invalidType'],
    [
      'a unit price in another currency',
      withLine({ unitPrice: { amount: '1.00', currency: 'EUR' } }),
      'lines.0.unitPrice.currency',
      'otherCurrency',
    ],
    ['a unit price that is a number', withLine({ unitPrice: 3.5 }), 'lines.0.unitPrice', 'invalidUnion'],
    [
      'a time without an offset',
      transferBody({ occurredAt: '2026-03-01T12:00:00' }),
      'occurredAt',
      'invalidFormat',
    ],
    [
      'a day that does not exist',
      transferBody({ occurredAt: '2026-02-30T12:00:00Z' }),
      'occurredAt',
      'invalidFormat',
    ],
    ['the far future', transferBody({ occurredAt: '2999-01-01T00:00:00Z' }), 'occurredAt', 'inTheFuture'],
    ['the far past', transferBody({ occurredAt: '1999-12-31T23:59:59Z' }), 'occurredAt', 'tooLongAgo'],
    ['an unknown field', transferBody({ custommer: 1 }), 'custommer', 'unknownField'],
    ['an unknown field inside', withLine({ colour: 'red' }), 'lines.0.colour', 'unknownField'],
    ['a latitude off the globe', transferBody({ place: { lat: 91, lon: 0 } }), 'place.lat', 'tooBig'],
    ['a control character', transferBody({ id: 'a\u0000b' }), 'id', 'custom'],
    ['half of a surrogate pair', transferBody({ id: 'a\ud800b' }), 'id', 'custom'],
    ['no id', { ...transferBody(), id: undefined }, 'id', 'missing'],
    ['an unknown channel', transferBody({ channel: 'pigeon' }), 'channel', 'invalidValue'],
    ['2 001 lines', transferBody({ lines: Array.from({ length: 2_001 }, () => line) }), 'lines', 'tooBig'],
    ['a reference in our own place', transferBody({ customer: { ref: '~x' } }), 'customer.ref', 'custom'],
    ['a list', [], '', 'invalidType'],
  ])('%s', async (_, body, path, code) => {
    const response = await call(postTransaction, { headers: key, body })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await response.json()
    expect(problem.errors).toContainEqual(expect.objectContaining({ path, code }))
    expect(problem.requestId).toBe(response.headers.get('x-request-id'))
    expect(await stored()).toBe(0)
  })

  it.each([
    ['{"id": NaN}', 1, 8],
    ['{"id": "a",}', 1, 12],
    ['{\n  "id": "a"\n  "b": 1\n}', 3, 3],
    ['{"id": "a"', 1, 11],
    ['', 1, 1],
    ["{'id': 1}", 1, 2],
  ])('malformed JSON %j at line %i, column %i', async (body, lineNo, column) => {
    const response = await call(postTransaction, { headers: key, body })
    expect(response.status).toBe(400)
    const problem = await response.json()
    expect(problem.errors[0].code).toBe('malformedJson')
    expect(problem.position).toMatchObject({ line: lineNo, column })
  })

  it('10 MB', async () => {
    const body = JSON.stringify(transferBody({ note: 'x'.repeat(10 * 1024 * 1024) }))
    const response = await call(postTransaction, { headers: key, body })
    expect(response.status).toBe(413)
  })

  it('10 MB packed into a few bytes', async () => {
    const body = gzipSync(JSON.stringify(transferBody({ note: 'x'.repeat(10 * 1024 * 1024) })))
    const response = await call(postTransaction, { headers: { ...key, 'content-encoding': 'gzip' }, body })
    expect(response.status).toBe(413)
  })

  it('a gzip that was cut off', async () => {
    const body = gzipSync(JSON.stringify(transferBody())).subarray(0, 60)
    const response = await call(postTransaction, { headers: { ...key, 'content-encoding': 'gzip' }, body })
    expect(response.status).toBe(400)
    expect((await response.json()).errors[0].code).toBe('damagedGzip')
  })

  it('bytes that are not UTF-8', async () => {
    const response = await call(postTransaction, { headers: key, body: new Uint8Array([0x22, 0xff, 0x22]) })
    expect((await response.json()).errors[0].code).toBe('notUtf8')
  })

  it.each([
    ['another content type', { 'content-type': 'text/plain' }],
    ['another character set', { 'content-type': 'application/json; charset=latin1' }],
    ['another encoding', { 'content-encoding': 'br' }],
  ])('%s', async (_, headers) => {
    const response = await call(postTransaction, { headers: { ...key, ...headers }, body: transferBody() })
    expect(response.status).toBe(415)
  })
})

describe('a caller who may not', () => {
  it('without a key is told how to send one', async () => {
    const response = await call(postTransaction, { body: transferBody() })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
  })

  it('with a key of another scope is told which one is needed', async () => {
    const reader = await openDoor(['alerts:read'])
    const response = await call(postTransaction, { headers: reader, body: transferBody() })
    expect(response.status).toBe(403)
    expect((await response.json()).requiredScope).toBe('transactions:write')
  })
})

it('what nobody expected is told without its cause', async () => {
  await getPool().query('ALTER TABLE alerts RENAME TO alerts_away')
  try {
    const response = await call(postTransaction, { headers: key, body: transferBody() })
    expect(response.status).toBeGreaterThanOrEqual(500)
    expect(await response.text()).not.toMatch(/relation|alerts|select|at .*\.ts/i)
  } finally {
    await getPool().query('ALTER TABLE alerts_away RENAME TO alerts')
  }
})

it('a packed body is understood', async () => {
  const body = gzipSync(JSON.stringify(transferBody({ id: 'packed' })))
  const response = await call(postTransaction, { headers: { ...key, 'content-encoding': 'gzip' }, body })
  expect(response.status).toBe(201)
})
