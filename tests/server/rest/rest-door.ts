import { createKey } from '../../../server/access/access.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { ensureDefaultRuleSet } from '../../../server/screening/screening.ts'

type Route<Params> = (request: Request, segment: { params: Promise<Params> }) => Promise<Response>

const everyScope = ['transactions:write', 'alerts:write', 'alerts:read'] as const

/** An organisation with the default rules, and the header of a key. */
export async function openDoor(scopes: readonly string[] = everyScope): Promise<{ authorization: string }> {
  const now = Date.UTC(2026, 0, 1)
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, now))
  const { key } = await createKey({ name: 'till', scopes }, now)
  return { authorization: `Bearer ${key}` }
}

export async function emptyTables(): Promise<void> {
  await getPool().query(
    'TRUNCATE transactions, transaction_lines, alerts, alert_hits, customer_profiles, item_usage, dirty_slots, idempotency_records CASCADE',
  )
}

/** Calls a route as Next would; `body` is sent as it is when it is text or bytes, else as JSON. */
export function call<Params>(
  route: Route<Params>,
  options: {
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly params?: Params
    readonly path?: string
  },
): Promise<Response> {
  const { body, headers = {}, params = {} as Params, path = '/api/v1/x' } = options
  const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined
  const request = new Request(`http://localhost${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: raw ? (body as BodyInit | undefined) : JSON.stringify(body),
  })
  return route(request, { params: Promise.resolve(params) })
}

/** A transfer as a sender writes it. */
export function transferBody(change: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'pay-1',
    customer: { ref: 'anna', language: 'pl' },
    occurredAt: '2026-03-01T12:00:00+01:00',
    channel: 'transfer',
    money: { amount: '100000.00', currency: 'PLN' },
    payee: { ref: 'PL61109010140000071219812874', name: 'Jan Nowak' },
    ...change,
  }
}
