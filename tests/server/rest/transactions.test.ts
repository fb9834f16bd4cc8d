import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import {
  alertAnswer,
  alertPageAnswer,
  decisionAnswer,
  testAnswer,
} from '../../../server/rest/answer-schemas.ts'
import { getAlerts } from '../../../server/rest/routes/get-alerts.ts'
import { getOneAlert } from '../../../server/rest/routes/get-one-alert.ts'
import { postConfirmation } from '../../../server/rest/routes/post-confirmation.ts'
import { postTransactionBatch } from '../../../server/rest/routes/post-transaction-batch.ts'
import { postTransactionTest } from '../../../server/rest/routes/post-transaction-test.ts'
import { postTransaction } from '../../../server/rest/routes/post-transaction.ts'
import { call, emptyTables, openDoor, transferBody } from './rest-door.ts'

let key: { authorization: string }
beforeAll(async () => {
  key = await openDoor()
})
beforeEach(emptyTables)

const post = (body: unknown, headers: Record<string, string> = {}) =>
  call(postTransaction, { headers: { ...key, ...headers }, body })

describe('POST /transactions', () => {
  it('asks in three languages about a transfer at the bank’s own limit', async () => {
    const response = await post(transferBody())
    expect(response.status).toBe(201)
    const answer = decisionAnswer.parse(await response.json())
    expect(answer).toMatchObject({ decision: 'ask', status: 'new', transactionId: 'pay-1' })
    expect(Object.values(answer.alert!.question).every((text) => text.length > 10)).toBe(true)
  })

  it('answers the same body again with 200 and the stored answer', async () => {
    const first = await (await post(transferBody())).json()
    const again = await post({ ...transferBody(), money: { currency: 'PLN', amount: '100000.0' } })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual({ ...first, status: 'duplicate' })
  })

  it('replays the answer to an Idempotency-Key, and refuses the key with another body', async () => {
    const headers = { 'idempotency-key': 'k-1' }
    const first = await post(transferBody(), headers)
    const replay = await post(transferBody(), headers)
    expect(replay.headers.get('idempotent-replayed')).toBe('true')
    expect(await replay.json()).toEqual(await first.json())
    const other = await post(transferBody({ id: 'pay-2' }), headers)
    expect(other.status).toBe(422)
    const { rows } = await getPool().query<{ n: number }>('SELECT count(*) AS n FROM transactions')
    expect(rows[0]!.n).toBe(1)
  })

  it('stores one of many that meet with one key', async () => {
    const headers = { 'idempotency-key': 'k-2' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(transferBody(), headers)))
    expect(answers.filter((one) => one.headers.get('idempotent-replayed') === null)).toHaveLength(1)
    const [first, ...others] = await Promise.all(answers.map((one) => one.json()))
    for (const other of others) expect(other).toEqual(first)
  })

  it('screens a basket without a customer by its items', async () => {
    const body = transferBody({
      customer: undefined,
      channel: 'pos',
      payee: undefined,
      lines: [
        {
          sku: 'm',
          quantity: 1,
          unitPrice: { amount: '3.50', currency: 'PLN' },
          attributes: { organic: true },
        },
      ],
    })
    expect((await post(body)).status).toBe(201)
    const { rows } = await getPool().query('SELECT customer_ref, attributes FROM transaction_lines')
    expect(rows).toEqual([{ customer_ref: '~pay-1', attributes: ['organic'] }])
  })
})

it('POST /transactions/test lists every rule with its distance and stores nothing', async () => {
  const response = await call(postTransactionTest, { headers: key, body: transferBody() })
  const answer = testAnswer.parse(await response.json())
  expect(answer.rules.find(({ rule }) => rule === 'large-payment')).toMatchObject({
    fired: true,
    distanceToFiring: 0,
  })
  expect(answer.rules.filter(({ missing }) => missing !== null).length).toBeGreaterThan(0)
  const { rows } = await getPool().query<{ n: number }>('SELECT count(*) AS n FROM transactions')
  expect(rows[0]!.n).toBe(0)
})

describe('POST /transactions/batch', () => {
  const headers = { 'content-type': 'application/x-ndjson' }
  const send = (body: string, more: Record<string, string> = {}) =>
    call(postTransactionBatch, { headers: { ...key, ...headers, ...more }, body })
  const lines = async (response: Response) =>
    (await response.text())
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))

  it('answers each line in order, bad ones as problems with their number', async () => {
    const texts = Array.from({ length: 300 }, (_, i) => JSON.stringify(transferBody({ id: `b${i}` })))
    texts[7] = '{"id": '
    texts[8] = JSON.stringify(transferBody({ id: 'b8', money: { amount: '1', currency: 'QQQ' } }))
    const answers = await lines(await send(texts.join('\r\n')))
    expect(answers).toHaveLength(300)
    expect(answers[7]).toMatchObject({ code: 'invalidInput', line: 8 })
    expect(answers[8]).toMatchObject({ line: 9, errors: [{ path: 'money.currency' }] })
    answers.forEach((answer, i) => {
      if (i !== 7 && i !== 8) expect(answer.transactionId).toBe(`b${i}`)
    })
  })

  it('answers a retry with its Idempotency-Key like the first time', async () => {
    const body = [transferBody({ id: 'b1' }), transferBody({ id: 'b2' })]
      .map((one) => JSON.stringify(one))
      .join('\n')
    const first = await send(body, { 'idempotency-key': 'batch' })
    const again = await send(body, { 'idempotency-key': 'batch' })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.text()).toBe(await first.text())
    expect((await send(`${body}\n`, { 'idempotency-key': 'batch' })).status).toBe(422)
  })

  it('decides 10 000 lines and refuses what comes after', async () => {
    const body = Array.from({ length: 10_001 }, (_, i) =>
      JSON.stringify(
        transferBody({
          id: `n${i}`,
          customer: { ref: `c${i % 500}` },
          money: { amount: '10', currency: 'PLN' },
        }),
      ),
    ).join('\n')
    const answers = await lines(await send(body))
    expect(answers).toHaveLength(10_001)
    expect(answers[10_000]).toMatchObject({ code: 'tooLarge' })
    const { rows } = await getPool().query<{ n: number }>('SELECT count(*) AS n FROM transactions')
    expect(rows[0]!.n).toBe(10_000)
  })

  it('refuses an empty body', async () => {
    expect((await send('\n\n')).status).toBe(400)
  })
})

describe('alerts', () => {
  const list = async (query: string) =>
    alertPageAnswer.parse(
      await (await call(getAlerts, { headers: key, path: `/api/v1/alerts?${query}` })).json(),
    )
  const raise = async (id: string): Promise<string> =>
    (await (await post(transferBody({ id, customer: { ref: id } }))).json()).alert.id
  const confirm = (id: string, body: object, headers: Record<string, string> = {}) =>
    call(postConfirmation, {
      headers: { ...key, ...headers },
      body,
      params: { id },
      path: `/api/v1/alerts/${id}/confirmation`,
    })

  it('are listed newest first, page by page, none twice and none left out', async () => {
    const ids = []
    for (let i = 0; i < 5; i++) ids.push(await raise(`t${i}`))
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    }
    expect([...seen].sort()).toEqual([...ids].sort())
  })

  it.each([
    ['rule=large-payment', 1],
    ['rule=size-gap', 0],
    ['status=open', 1],
    ['outcome=mistake', 0],
    ['from=2999-01-01T00:00:00Z', 0],
  ])('are found by %s', async (query, found) => {
    await raise('t')
    expect((await list(query)).items).toHaveLength(found)
  })

  it('take one outcome; the second is refused with the current state', async () => {
    const id = await raise('t')
    const confirmed = await confirm(id, {
      outcome: 'mistake',
      channel: 'phone',
      by: 'Ewa',
      note: 'two zeros',
    })
    expect(alertAnswer.parse(await confirmed.json())).toMatchObject({
      status: 'confirmed',
      outcome: 'mistake',
      confirmation: { channel: 'phone', by: 'Ewa' },
    })
    const second = await confirm(id, { outcome: 'intended', channel: 'phone' })
    expect(second.status).toBe(409)
    expect((await second.json()).current).toMatchObject({ status: 'confirmed', outcome: 'mistake' })
  })

  it('may be answered later when nobody could be reached', async () => {
    const id = await raise('t')
    await confirm(id, { outcome: 'unreachable', channel: 'phone' })
    const later = await confirm(id, { outcome: 'intended', channel: 'app' })
    expect((await later.json()).status).toBe('confirmed')
  })

  it('are confirmed once by a retry with its key, and audited once without the note', async () => {
    const id = await raise('audited')
    const body = { outcome: 'fraud', channel: 'phone', note: 'a secret' }
    const first = await confirm(id, body, { 'idempotency-key': 'c-1' })
    const again = await confirm(id, body, { 'idempotency-key': 'c-1' })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    const { rows } = await getPool().query(
      `SELECT after::text AS after FROM audit_entries WHERE subject_id = $1`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].after).not.toContain('secret')
  })

  it('are not found where there are none', async () => {
    const missing = await call(getOneAlert, { headers: key, params: { id: 'x' } })
    expect(missing.status).toBe(404)
    const id = '00000000-0000-8000-8000-000000000000'
    expect((await call(getOneAlert, { headers: key, params: { id } })).status).toBe(404)
    expect((await confirm(id, { outcome: 'intended', channel: 'app' })).status).toBe(404)
  })
})
