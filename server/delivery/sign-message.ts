import { Webhook } from 'standardwebhooks'

/** A message as it goes over the wire: the body is the same for every attempt, since the signature is over its bytes. */
export interface SignedMessage {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The message by the rules of Standard Webhooks: the same id on every attempt, the attempt's own time (epoch milliseconds), and one
 * signature for each secret that is in use, so that a receiver may change from one to the next without missing any.
 */
export function signMessage(
  message: { readonly id: string; readonly type: string; readonly at: Date; readonly payload: unknown },
  secrets: readonly string[],
  now: number,
): SignedMessage {
  const { id, type, at, payload } = message
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: payload })
  const sentAt = new Date(now)
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Worth-Asking-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, sentAt, body)).join(' '),
    },
  }
}
