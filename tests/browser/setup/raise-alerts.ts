import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, request as playwright } from '@playwright/test'
import { demoAccounts, demoPassword } from '../../../domain/access/demo-accounts.ts'

export interface RaisedAlert {
  readonly id: string
  readonly reference: string
}

/** Another system at the REST interface, with a key of its own. */
export interface OtherSystem {
  /** Sends a transfer far above the set amount: worth asking about. */
  raise(): Promise<RaisedAlert>
  /** What the till says that the customer answered. */
  confirm(alertId: string, outcome: 'intended' | 'mistake'): Promise<number>
  close(): Promise<void>
}

/** Makes a key as the demo's administrator, through the product's own door. */
export async function openOtherSystem(baseURL: string): Promise<OtherSystem> {
  const admin = await playwright.newContext({ baseURL })
  const key = await addKey(admin)
  await admin.dispose()
  const system = await playwright.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  })
  return {
    async raise() {
      const id = randomUUID()
      const answer = await system.post('/api/v1/transactions', {
        data: {
          id: `browser-${id}`,
          customer: { ref: `browser-${id}`, language: 'pl' },
          occurredAt: new Date().toISOString(),
          channel: 'transfer',
          money: { amount: '9000000.00', currency: 'PLN' },
          payee: { ref: 'browser-payee', name: 'Zakład Energetyczny' },
        },
      })
      expect(answer.status(), await answer.text()).toBe(201)
      const { alert } = (await answer.json()) as { alert: RaisedAlert }
      return alert
    },
    async confirm(alertId, outcome) {
      const answer = await system.post(`/api/v1/alerts/${alertId}/confirmation`, {
        data: { outcome, channel: 'till', by: 'till 7' },
      })
      return answer.status()
    },
    close: () => system.dispose(),
  }
}

async function addKey(request: APIRequestContext): Promise<string> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const { email } = demoAccounts.find(({ role }) => role === 'admin')!
  const signedIn = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password: demoPassword, json: 'true' },
  })
  expect(signedIn.status()).toBe(200)
  const input = { name: `Browser ${randomUUID()}`, scopes: ['transactions:write', 'alerts:write'] }
  const answer = await request.post('/api/trpc/keys.add', { data: { json: input } })
  expect(answer.status(), await answer.text()).toBe(200)
  const { result } = (await answer.json()) as { result: { data: { json: { key: string } } } }
  return result.data.json.key
}
