import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findQuestion } from '../../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../../server/asking/asking.ts'
import { postConfirmation } from '../../../server/rest/routes/post-confirmation.ts'
import { postLink } from '../../../server/rest/routes/post-link.ts'
import { addAlerts } from '../alerts/desk-alerts.ts'
import { call, emptyTables, openDoor } from './rest-door.ts'

let headers: Awaited<ReturnType<typeof openDoor>>

beforeAll(async () => {
  headers = await openDoor()
  await ensureAskingPolicy()
})
beforeEach(emptyTables)

const raise = async () => (await addAlerts([{ raisedAt: Date.now() }]))[0]!
const post = (id: string, more: Readonly<Record<string, string>> = {}) =>
  call(postLink, { headers: { ...headers, ...more }, body: '', params: { id } })

describe('POST /alerts/{id}/link', () => {
  it('makes a link under the address that the sender used, on which the question can be answered for a day', async () => {
    const id = await raise()
    const before = Date.now()
    const answer = await post(id, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ask.example.com' })
    expect(answer.status).toBe(201)
    const { url, expiresAt } = (await answer.json()) as { url: string; expiresAt: string }
    const { origin, pathname } = new URL(url)
    expect(origin).toBe('https://ask.example.com')
    expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(before + 86_400_000)
    expect(await findQuestion(pathname.slice('/ask/'.length), Date.now())).toMatchObject({ alertId: id })
  })

  it('makes another link each time', async () => {
    const id = await raise()
    const [first, second] = await Promise.all([post(id), post(id)])
    expect(await first.text()).not.toBe(await second.text())
  })

  it('is refused with the current state once the question has its answer', async () => {
    const id = await raise()
    await call(postConfirmation, {
      headers,
      body: { outcome: 'intended', channel: 'till' },
      params: { id },
    })
    const answer = await post(id)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'conflict' })
  })

  it.each(['0197523e-0000-7000-8000-000000000009', 'x', "'; DROP TABLE alerts; --"])(
    'finds no alert %j',
    async (id) => {
      expect((await post(id)).status).toBe(404)
    },
  )

  it('needs a key that may write alerts', async () => {
    const id = await raise()
    const reader = await openDoor(['alerts:read'])
    expect((await call(postLink, { headers: reader, body: '', params: { id } })).status).toBe(403)
  })
})
