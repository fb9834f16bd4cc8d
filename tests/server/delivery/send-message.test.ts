import { afterEach, describe, expect, it } from 'vitest'
import { sendMessage, type SendingPolicy } from '../../../server/delivery/send-message.ts'
import { openReceiver, type Receiver } from './receiver.ts'

const message = { body: '{"type":"webhook.test"}', headers: { 'webhook-id': 'm1' } }

const open: Receiver[] = []
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close()
})

async function receive(...answer: Parameters<typeof openReceiver>) {
  const receiver = await openReceiver(...answer)
  open.push(receiver)
  return receiver
}

/** A resolver that knows these names and nothing else; every question that it is asked is kept. */
function names(known: Readonly<Record<string, readonly string[]>> = {}) {
  const asked: string[] = []
  const resolve = async (hostname: string) => {
    asked.push(hostname)
    const addresses = known[hostname]
    if (addresses === undefined) throw new Error(`ENOTFOUND ${hostname}`)
    return addresses
  }
  return { resolve, asked }
}

const strict = (known: Readonly<Record<string, readonly string[]>> = {}): SendingPolicy => ({
  allowInsecure: false,
  timeoutMs: 60_000,
  resolve: names(known).resolve,
})
const loose = (change: Partial<SendingPolicy> = {}): SendingPolicy => ({
  allowInsecure: true,
  timeoutMs: 60_000,
  resolve: names().resolve,
  ...change,
})

describe('a message', () => {
  it('arrives with its headers and body, and its answer comes back', async () => {
    const receiver = await receive((response) => response.writeHead(200).end('thanks'))
    expect(await sendMessage(receiver.url, message, loose())).toEqual({
      statusCode: 200,
      answer: 'thanks',
      failure: null,
    })
    expect(receiver.received[0]).toMatchObject({ body: message.body, headers: { 'webhook-id': 'm1' } })
  })

  it.each([
    [400, 'status'],
    [404, 'status'],
    [500, 'status'],
  ])('that is answered with %i has failed', async (statusCode, failure) => {
    const receiver = await receive((response) => response.writeHead(statusCode).end('no'))
    expect(await sendMessage(receiver.url, message, loose())).toEqual({ statusCode, answer: 'no', failure })
  })

  it('follows no redirect', async () => {
    const inside = await receive()
    const receiver = await receive((response) => response.writeHead(307, { location: inside.url }).end())
    expect(await sendMessage(receiver.url, message, loose())).toMatchObject({
      statusCode: 307,
      failure: 'redirect',
    })
    expect(inside.received).toEqual([])
  })

  it('keeps the first kilobyte of an answer that does not end', async () => {
    const receiver = await receive((response) => {
      response.writeHead(200)
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more)
      }
      more()
    })
    const sent = await sendMessage(receiver.url, message, loose())
    expect(sent).toMatchObject({ statusCode: 200, failure: null })
    expect(sent.answer).toBe('x'.repeat(1_024))
  })

  it('whose target never answers is given up in time', async () => {
    const receiver = await receive(() => undefined)
    expect(await sendMessage(receiver.url, message, loose({ timeoutMs: 50 }))).toEqual({
      statusCode: null,
      answer: null,
      failure: 'timeout',
    })
  })

  it('whose answer drips for ever is delivered, in time', async () => {
    const receiver = await receive((response) => response.writeHead(202).write('a'))
    expect(await sendMessage(receiver.url, message, loose({ timeoutMs: 3_000 }))).toEqual({
      statusCode: 202,
      answer: 'a',
      failure: null,
    })
  })

  it('whose name is looked up for ever is given up in time', async () => {
    const policy = loose({ timeoutMs: 50, resolve: () => new Promise(() => undefined) })
    expect((await sendMessage('https://slow.example/', message, policy)).failure).toBe('timeout')
  })

  it('to a port where nobody listens has failed', async () => {
    const receiver = await openReceiver()
    await receiver.close()
    expect((await sendMessage(receiver.url, message, loose())).failure).toBe('connection')
  })

  it('to a name without an address has failed', async () => {
    expect((await sendMessage('https://nowhere.example/', message, strict())).failure).toBe('unresolved')
  })

  it('is not sent over a connection whose certificate nobody vouches for, nor in plain', async () => {
    const receiver = await receive()
    const url = receiver.url.replace('http:', 'https:')
    expect((await sendMessage(url, message, loose())).failure).toBe('connection')
    expect(receiver.received).toEqual([])
  })
})

describe('a name', () => {
  it.each([
    ['cloud metadata', ['169.254.169.254']],
    ['a private network', ['10.0.0.1']],
    ['the machine itself', ['127.0.0.1']],
    ['the machine itself over IPv6', ['::1']],
    ['an IPv4-mapped private address', ['::ffff:192.168.0.1']],
    ['a public and a private address', ['93.184.216.34', '10.0.0.1']],
  ])('that leads to %s is refused', async (_where, addresses) => {
    const sent = await sendMessage(
      'https://innocent.example/',
      message,
      strict({ 'innocent.example': addresses }),
    )
    expect(sent.failure).toBe('internalAddress')
  })

  it('is asked for once, and the connection goes where the answer said', async () => {
    const receiver = await receive()
    const { resolve, asked } = names({ 'rebinding.example': ['127.0.0.1'] })
    const url = receiver.url.replace('127.0.0.1', 'rebinding.example')
    expect((await sendMessage(url, message, loose({ resolve }))).failure).toBeNull()
    expect(asked).toEqual(['rebinding.example'])
    expect(receiver.received[0]?.headers.host).toMatch(/^rebinding\.example:/)
  })

  it('of the open internet gets nothing in plain, even where this machine may', async () => {
    const { resolve } = names({ 'far.example': ['93.184.216.34'] })
    expect((await sendMessage('http://far.example/', message, loose({ resolve }))).failure).toBe('refusedUrl')
  })

  it.each(['http://127.0.0.1/', 'https://127.0.0.1/', 'https://u:p@example.com/', 'https://example.com:22/'])(
    'in an address that may not be saved is not even looked up: %s',
    async (url) => {
      const { resolve, asked } = names({ 'example.com': ['93.184.216.34'] })
      const sent = await sendMessage(url, message, { allowInsecure: false, timeoutMs: 50, resolve })
      expect(sent.failure).toBe('refusedUrl')
      expect(asked).toEqual([])
    },
  )
})
