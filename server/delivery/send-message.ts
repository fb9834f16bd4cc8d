import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { type DeliveryFailure, failureOfStatus } from '../../domain/delivery/delivery-failure.ts'
import { isAllowed, literalAddress, parseEndpointUrl } from '../../domain/delivery/endpoint-url.ts'
import { reachOf } from '../../domain/delivery/public-address.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { readAnswer } from './read-answer.ts'
import { type SignedMessage } from './sign-message.ts'

/** What sending depends on. */
export interface SendingPolicy {
  readonly allowInsecure: boolean
  /** For everything together: name, connection, answer. */
  readonly timeoutMs: number
  /** All addresses of a host's name; rejects when it has none. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>
}

/** What came of an attempt; `answer` is its first kilobyte. */
export interface Sent {
  readonly statusCode: number | null
  readonly answer: string | null
  readonly failure: DeliveryFailure | null
}

export async function resolveByDns(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address)
}

/**
 * Posts a signed message to an address that somebody else chose. Connects only to addresses that were looked at for this very attempt
 * (a name that changes meanwhile changes nothing), follows no redirects, and is over after `timeoutMs` whatever the other side
 * does. Never throws for what the target does: that is its `failure`.
 */
export async function sendMessage(
  text: string,
  message: SignedMessage,
  policy: SendingPolicy,
): Promise<Sent> {
  const signal = AbortSignal.timeout(policy.timeoutMs)
  const url = readUrl(text, policy)
  if (url === null) return failed('refusedUrl')
  const addresses = await findAddresses(url, policy, signal)
  if (typeof addresses === 'string') return failed(addresses)
  return post(url, addresses, message, signal)
}

function readUrl(text: string, policy: SendingPolicy): URL | null {
  try {
    return parseEndpointUrl(text, policy)
  } catch (error) {
    // The address was good when it was saved; the policy may have become stricter since.
    if (error instanceof AppError) return null
    throw error
  }
}

async function findAddresses(
  url: URL,
  policy: SendingPolicy,
  signal: AbortSignal,
): Promise<readonly string[] | DeliveryFailure> {
  const literal = literalAddress(url)
  let addresses: readonly string[]
  try {
    addresses = literal === null ? await orTimeout(policy.resolve(url.hostname), signal) : [literal]
  } catch {
    // Why the name could not be resolved is the resolver's affair; the attempt tells what it means for the message.
    return signal.aborted ? 'timeout' : 'unresolved'
  }
  if (addresses.length === 0) return 'unresolved'
  // One bad address is enough: which of them a connection takes is not ours to say.
  if (!addresses.every((address) => isAllowed(address, policy))) return 'internalAddress'
  // Without encryption a message goes to the machine itself at most.
  const leaves = addresses.some((address) => reachOf(address) !== 'loopback')
  return url.protocol === 'http:' && leaves ? 'refusedUrl' : addresses
}

function post(
  url: URL,
  addresses: readonly string[],
  { body, headers }: SignedMessage,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((settle) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: toAddresses(addresses),
      signal,
    })
    let answered = false
    request.once('response', (response) => {
      answered = true
      const statusCode = response.statusCode ?? 0
      void readAnswer(response).then((answer) => {
        request.destroy()
        settle({ statusCode, answer, failure: failureOfStatus(statusCode) })
      })
    })
    // Once there is an answer its status counts, however the connection ends.
    request.on('error', (error) => {
      if (!answered) settle(failed(signal.aborted ? 'timeout' : failureOf(error)))
    })
    request.end(body)
  })
}

/** Gives the connection the addresses that were looked at, whatever the name says by now. */
function toAddresses(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, known)
    else callback(null, known[0]!.address, known[0]!.family)
  }
}

function failureOf(error: Error): DeliveryFailure {
  const code = 'code' in error ? String(error.code) : ''
  return /^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code) ? 'certificate' : 'connection'
}

function failed(failure: DeliveryFailure): Sent {
  return { statusCode: null, answer: null, failure }
}

function orTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  ])
}
