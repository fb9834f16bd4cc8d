import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type WebhookEvent } from '../../../domain/delivery/webhook-events.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { inTransaction } from '../../../server/db/query.ts'
import { announce } from '../../../server/delivery/announce.ts'
import { claimDeliveries } from '../../../server/delivery/claim-deliveries.ts'
import { deliver, type DeliveryTools } from '../../../server/delivery/deliver.ts'
import { distributeMessages } from '../../../server/delivery/distribute-messages.ts'
import { addEndpoint } from '../../../server/delivery/endpoints/add-endpoint.ts'
import { addSecret, removeSecret } from '../../../server/delivery/endpoints/rotate-secret.ts'
import { switchEndpointOff } from '../../../server/delivery/endpoints/switch-endpoint.ts'
import { forgetOldMessages, messagesKeptMs } from '../../../server/delivery/forget-old-messages.ts'
import { getDelivery } from '../../../server/delivery/messages/get-delivery.ts'
import { listDeliveries } from '../../../server/delivery/messages/list-deliveries.ts'
import { redeliver } from '../../../server/delivery/messages/redeliver.ts'
import { sendTest } from '../../../server/delivery/messages/send-test.ts'
import { openReceiver, type Receiver } from './receiver.ts'

const monday = Date.UTC(2026, 5, 8, 8)
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const alertId = '0197523e-0000-7000-8000-000000000001'
const by = (now = monday) => ({ actor: { kind: 'system', id: null, name: 'test' } as const, now })

const open: Receiver[] = []
beforeEach(async () => {
  vi.stubEnv('WEBHOOKS_ALLOW_INSECURE', '1')
  await getPool().query('TRUNCATE webhook_messages, webhook_endpoints CASCADE')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const receiver of open.splice(0)) await receiver.close()
})

async function receive(...answer: Parameters<typeof openReceiver>) {
  const receiver = await openReceiver(...answer)
  open.push(receiver)
  return receiver
}

/** On a fixed clock, without jitter. */
function toolsAt(now: number, change: Partial<DeliveryTools> = {}): DeliveryTools {
  return {
    ...{ allowInsecure: true, timeoutMs: 60_000, now: () => now, random: () => 0 },
    resolve: () => Promise.reject(new Error('no names here')),
    ...change,
  }
}

/** What the job does once: gives out what is new and tries what is due. */
async function round(now: number, change: Partial<DeliveryTools> = {}): Promise<number> {
  await distributeMessages(now)
  const claimed = await claimDeliveries(now)
  await Promise.all(claimed.map((one) => deliver(one, toolsAt(now, change))))
  return claimed.length
}

function overdue(change: Partial<{ at: number }> = {}): WebhookEvent {
  return {
    ...{ type: 'alert.overdue', at: monday, customerRef: 'anna', ...change },
    payload: {
      ...{ alertId, reference: 'ABCD-2', transactionId: 't1', customerRef: 'anna', channel: 'card' },
      raisedAt: new Date(monday - 30 * minute).toISOString(),
      money: { amount: '1234.50', currency: 'PLN' },
      dueAt: new Date(monday).toISOString(),
    },
  }
}

const tell = (...events: WebhookEvent[]) =>
  getPrisma().$transaction((tx) => announce(inTransaction(tx), events))
const listen = (url: string, types: Parameters<typeof addEndpoint>[0]['types'] = ['alert.overdue']) =>
  addEndpoint({ name: 'CRM', url, types }, by())

describe('a message', () => {
  it('reaches the endpoint that wants its type, signed so that the reference library accepts it', async () => {
    const receiver = await receive()
    const { secret } = await listen(receiver.url)
    await tell(overdue())
    const now = Date.now()
    expect(await round(now)).toBe(1)
    const { body, headers } = receiver.received[0]!
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      type: 'alert.overdue',
      timestamp: new Date(monday).toISOString(),
      data: overdue().payload,
    })
    expect(headers['content-type']).toBe('application/json')
  })

  it('is not accepted with another secret, or changed on its way', async () => {
    const receiver = await receive()
    const { secret } = await listen(receiver.url)
    await tell(overdue())
    await round(Date.now())
    const { body, headers } = receiver.received[0]!
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
    expect(() => new Webhook(other).verify(body, headers)).toThrow()
    expect(() => new Webhook(secret).verify(body.replace('1234.50', '1.00'), headers)).toThrow()
  })

  it('carries a signature of each secret until the old one is removed', async () => {
    const receiver = await receive()
    const { endpointId, secret: old } = await listen(receiver.url)
    const { secret: next } = await addSecret(endpointId, by(monday + 1))
    const now = Date.now()
    await tell(overdue())
    await round(now)
    const first = receiver.received[0]!
    for (const secret of [old, next]) new Webhook(secret).verify(first.body, first.headers)
    const { rows } = await getPool().query('SELECT id FROM webhook_secrets WHERE secret = $1', [old])
    await removeSecret({ endpointId, secretId: rows[0].id as string }, by())
    await tell(overdue())
    await round(now)
    const second = receiver.received[1]!
    new Webhook(next).verify(second.body, second.headers)
    expect(() => new Webhook(old).verify(second.body, second.headers)).toThrow()
  })

  it('does not go to endpoints that want other types or are switched off', async () => {
    const receiver = await receive()
    await listen(receiver.url, ['case.resolved'])
    const { endpointId } = await listen(receiver.url)
    await switchEndpointOff(endpointId, by())
    await tell(overdue())
    expect(await round(monday)).toBe(0)
  })

  it('that a rolled back change wrote was never there', async () => {
    const failing = getPrisma().$transaction(async (tx) => {
      await announce(inTransaction(tx), [overdue()])
      throw new Error('the change fails')
    })
    await expect(failing).rejects.toThrow('the change fails')
    expect(await getPrisma().webhookMessage.count()).toBe(0)
  })

  it('holds nothing beyond what its type names', async () => {
    const { payload, ...event } = overdue() as Extract<WebhookEvent, { type: 'alert.overdue' }>
    await tell({ ...event, payload: { ...payload, outcomeNote: 'she cried' } as typeof payload })
    const { payload: stored } = await getPrisma().webhookMessage.findFirstOrThrow()
    expect(stored).toEqual(payload)
  })
})

describe('a delivery that fails', () => {
  it('is tried again after 30 s, 5 min, 30 min, 2 h, 6 h and 12 h with the same id and body, and then has failed', async () => {
    const receiver = await receive((response) => response.writeHead(500).end('down'))
    const { endpointId } = await listen(receiver.url)
    await tell(overdue())
    const delays = [0, 30 * second, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour]
    let now = monday
    for (const [i, delay] of delays.entries()) {
      now += delay
      if (delay > 0) expect(await round(now - 1), `not before attempt ${i + 1}`).toBe(0)
      expect(await round(now), `attempt ${i + 1}`).toBe(1)
    }
    expect(await round(now + 365 * 24 * hour)).toBe(0)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(7)
    const { items } = await listDeliveries({ endpointId, status: null, cursor: null })
    expect(items).toMatchObject([{ status: 'failed', attempts: 7, statusCode: 500, nextAttemptAt: null }])
    const { attempts } = await getDelivery({ endpointId, messageId: items[0]!.messageId })
    expect(attempts.map(({ no }) => no)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(attempts[0]).toMatchObject({ answer: 'down', failure: 'status' })
  })

  it('comes back up to a tenth later than planned', async () => {
    const receiver = await receive((response) => response.writeHead(500).end())
    await listen(receiver.url)
    await tell(overdue())
    await round(monday, { random: () => 0.5 })
    const { nextAttemptAt } = await getPrisma().webhookDelivery.findFirstOrThrow()
    expect(nextAttemptAt?.getTime()).toBe(monday + 31.5 * second)
  })

  it('is delivered at the attempt that works, and not tried again', async () => {
    const receiver = await receive((response, _request, count) =>
      response.writeHead(count === 1 ? 503 : 200).end(),
    )
    const { endpointId } = await listen(receiver.url)
    await tell(overdue())
    await round(monday)
    await round(monday + 30 * second)
    expect(await round(monday + 10 * minute)).toBe(0)
    const { items } = await listDeliveries({ endpointId, status: 'delivered', cursor: null })
    expect(items).toMatchObject([{ attempts: 2, statusCode: 200, failure: null }])
  })

  it('switches its endpoint off after five days without a success, which the audit tells', async () => {
    const receiver = await receive((response) => response.writeHead(500).end())
    const { endpointId } = await listen(receiver.url)
    for (const day of [0, 1, 2, 3, 4, 5]) {
      await tell(overdue({ at: monday + day * 24 * hour }))
      await round(monday + day * 24 * hour)
    }
    const endpoint = await getPrisma().webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } })
    expect(endpoint).toMatchObject({ active: false, offReason: 'failing' })
    const { rows } = await getPool().query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1`,
      [endpointId],
    )
    expect(rows).toEqual([{ action: 'webhooks.switchedOff' }])
  })

  it('switches its endpoint off at once when it is gone', async () => {
    const receiver = await receive((response) => response.writeHead(410).end())
    const { endpointId } = await listen(receiver.url)
    await tell(overdue())
    await round(monday)
    const endpoint = await getPrisma().webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } })
    expect(endpoint).toMatchObject({ active: false, offReason: 'gone' })
  })
})

describe('several processes', () => {
  it('give out and deliver each message once', async () => {
    const receiver = await receive()
    await Promise.all([listen(receiver.url), listen(receiver.url)])
    await tell(...Array.from({ length: 20 }, () => overdue()))
    await Promise.all(Array.from({ length: 4 }, () => distributeMessages(monday)))
    for (let i = 0; i < 20; i++) {
      const claimed = (await Promise.all([1, 2, 3, 4].map(() => claimDeliveries(monday)))).flat()
      await Promise.all(claimed.map((one) => deliver(one, toolsAt(monday))))
    }
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids.length).toBe(40)
    expect(new Set(ids).size).toBe(20)
  })

  it('have no more than two messages on their way to one endpoint', async () => {
    const { endpointId } = await listen('http://127.0.0.1:9999/')
    await tell(...Array.from({ length: 10 }, () => overdue()))
    await distributeMessages(monday)
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimDeliveries(monday)))
    expect(claims.flat()).toHaveLength(2)
    expect(await claimDeliveries(monday + 29 * second)).toEqual([])
    expect(await getPrisma().webhookDelivery.count({ where: { endpointId, status: 'pending' } })).toBe(10)
  })

  it('take over what a killed one had on its way, whose late word no longer counts', async () => {
    const receiver = await receive()
    await listen(receiver.url)
    await tell(overdue())
    await distributeMessages(monday)
    const [dead] = await claimDeliveries(monday)
    const [taken] = await claimDeliveries(monday + 30 * second)
    expect(taken?.messageId).toBe(dead?.messageId)
    await deliver(taken!, toolsAt(monday + 31 * second))
    await deliver(dead!, toolsAt(monday + 32 * second))
    const { attempts, status } = await getPrisma().webhookDelivery.findFirstOrThrow()
    expect({ attempts, status }).toEqual({ attempts: 1, status: 'delivered' })
  })

  it('go on with the others while one target hangs', async () => {
    const hanging = await receive(() => undefined)
    const quick = await receive()
    await listen(hanging.url)
    await listen(quick.url)
    await tell(overdue(), overdue(), overdue(), overdue())
    await distributeMessages(monday)
    const first = await claimDeliveries(monday)
    const stuck = first.filter(({ url }) => url === hanging.url)
    const given = Promise.all(stuck.map((one) => deliver(one, toolsAt(monday))))
    await Promise.all(
      first.filter(({ url }) => url === quick.url).map((one) => deliver(one, toolsAt(monday))),
    )
    await Promise.all((await claimDeliveries(monday)).map((one) => deliver(one, toolsAt(monday))))
    expect(quick.received).toHaveLength(4)
    expect(await getPrisma().webhookAttempt.count({ where: { failure: 'connection' } })).toBe(0)
    await hanging.close()
    await given
    expect(await getPrisma().webhookAttempt.count({ where: { failure: 'connection' } })).toBe(2)
  })
})

describe('an administrator', () => {
  it('sends a message again with the same id, and by the whole schedule', async () => {
    const receiver = await receive((response, _request, count) =>
      response.writeHead(count === 1 ? 200 : 500).end(),
    )
    const { endpointId } = await listen(receiver.url)
    await tell(overdue())
    await round(monday)
    const { messageId } = await getPrisma().webhookDelivery.findFirstOrThrow()
    await redeliver({ endpointId, messageId }, by(monday + hour))
    expect(await round(monday + hour)).toBe(1)
    expect(await round(monday + hour + 30 * second)).toBe(1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([messageId]),
    )
    expect((await getDelivery({ endpointId, messageId })).attempts).toHaveLength(3)
  })

  it('tries an endpoint with a message that nobody else gets', async () => {
    const [tried, other] = [await receive(), await receive()]
    const { endpointId } = await listen(tried.url)
    await listen(other.url)
    const { messageId } = await sendTest(endpointId, by())
    await round(monday)
    expect(tried.received[0]?.headers['webhook-id']).toBe(messageId)
    expect(JSON.parse(tried.received[0]!.body)).toMatchObject({ type: 'webhook.test' })
    expect(other.received).toEqual([])
  })

  it('cannot send to an endpoint that is switched off', async () => {
    const { endpointId } = await listen('http://127.0.0.1:9999/')
    await switchEndpointOff(endpointId, by())
    await expect(sendTest(endpointId, by())).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('cannot remove the last secret', async () => {
    const { endpointId } = await listen('http://127.0.0.1:9999/')
    const { id: secretId } = await getPrisma().webhookSecret.findFirstOrThrow({ where: { endpointId } })
    await expect(removeSecret({ endpointId, secretId }, by())).rejects.toMatchObject({
      code: 'unprocessable',
    })
  })

  it('pages through deliveries without losing or doubling one', async () => {
    const { endpointId } = await listen('http://127.0.0.1:9999/')
    await tell(...Array.from({ length: 120 }, () => overdue()))
    await distributeMessages(monday)
    const seen: string[] = []
    let cursor: Parameters<typeof listDeliveries>[0]['cursor'] = null
    do {
      const page = await listDeliveries({ endpointId, status: null, cursor })
      seen.push(...page.items.map(({ messageId }) => messageId))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})

describe('an old message', () => {
  it('is forgotten after 30 days with its attempts, unless it is still on its way', async () => {
    const receiver = await receive()
    await listen(receiver.url)
    await tell(overdue())
    await round(monday)
    await listen('http://127.0.0.1:9999/')
    await tell(overdue())
    await distributeMessages(monday)
    expect(await forgetOldMessages(monday + messagesKeptMs)).toBe(0)
    expect(await forgetOldMessages(monday + messagesKeptMs + 1)).toBe(1)
    expect(await getPrisma().webhookAttempt.count()).toBe(0)
    expect(await getPrisma().webhookDelivery.count({ where: { status: 'pending' } })).toBe(2)
  })
})
