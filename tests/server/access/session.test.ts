import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findSignedIn } from '../../../server/access/access.ts'
import { endSession } from '../../../server/access/end-session.ts'
import { findSession } from '../../../server/access/find-signed-in.ts'
import { getPool } from '../../../server/db/pool.ts'
import { callAs, goodPassword, now, signUp } from './call-as.ts'

const secret = 'a secret for tests, 32 characters'
const hour = 3_600_000

beforeEach(() => vi.stubEnv('AUTH_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

test('the cookie leads to the person and their settings', async () => {
  const { sessionId, personId, email } = await signUp('manager')
  const headers = await withCookie({ sessionId })
  expect(await findSignedIn(headers, now)).toEqual({
    personId,
    sessionId,
    email,
    name: expect.any(String),
    role: 'manager',
    language: 'en',
    colourScheme: 'auto',
    shortcuts: true,
  })
})

test.each([
  ['no cookie', () => Promise.resolve(new Headers())],
  ['a damaged cookie', () => Promise.resolve(new Headers({ cookie: 'wa-session=abc.def' }))],
  ['an unknown session', () => withCookie({ sessionId: '01890000-0000-7000-8000-000000000000' })],
  ['something that is not an id', () => withCookie({ sessionId: "' OR 1=1" })],
  ['a cookie without a session', () => withCookie({ sub: 'somebody' })],
])('%s means that nobody is signed in', async (_name, headers) => {
  expect(await findSignedIn(await headers(), now)).toBeNull()
})

test('a cookie encrypted with another secret is not ours', async () => {
  const { sessionId } = await signUp('admin')
  const headers = await withCookie({ sessionId }, 'another secret, 32 characters long')
  expect(await findSignedIn(headers, now)).toBeNull()
})

test('a session ends after twelve hours without a request, and lives on with requests', async () => {
  const { sessionId } = await signUp('staff')
  expect(await findSession(sessionId, now + 11 * hour)).not.toBeNull()
  expect(await findSession(sessionId, now + 22 * hour)).not.toBeNull()
  expect(await findSession(sessionId, now + 34 * hour)).toBeNull()
})

test('a session ends seven days after the sign-in however busy it is', async () => {
  const { sessionId } = await signUp('staff')
  for (let at = now; at < now + 168 * hour; at += 8 * hour) {
    expect(await findSession(sessionId, at)).not.toBeNull()
  }
  expect(await findSession(sessionId, now + 168 * hour)).toBeNull()
})

test('signing out acts on the next request and is audited once', async () => {
  const { sessionId, personId } = await signUp('staff')
  const signedIn = await findSession(sessionId, now)
  await endSession(signedIn!, now)
  await endSession(signedIn!, now)
  expect(await findSession(sessionId, now)).toBeNull()
  const { rows } = await getPool().query(
    `SELECT count(*) AS n FROM audit_entries WHERE action = 'session.end' AND subject_id = $1`,
    [personId],
  )
  expect(rows[0].n).toBe(1)
})

test('changing the own password ends the other sessions and keeps this one', async () => {
  const here = await signUp('staff')
  const { signIn } = await import('../../../server/access/sign-in.ts')
  const elsewhere = await signIn({ email: here.email, password: goodPassword }, { address: '192.0.2.7', now })
  const caller = await callAs(here.sessionId)
  await caller.preferences.changePassword({ current: goodPassword, next: 'seven lamps over a harbour' })
  expect(await findSession(here.sessionId, now)).not.toBeNull()
  expect(await findSession(elsewhere.sessionId, now)).toBeNull()
})

test('the own password changes only with the current one', async () => {
  const { sessionId } = await signUp('staff')
  const caller = await callAs(sessionId)
  await expect(
    caller.preferences.changePassword({ current: 'not this one', next: 'seven lamps over a harbour' }),
  ).rejects.toMatchObject({ cause: { code: 'invalidInput', problems: [{ path: 'current' }] } })
})

test('preferences act on the next request', async () => {
  const { sessionId } = await signUp('staff')
  await (await callAs(sessionId)).preferences.save({ language: 'pl', colourScheme: 'dark', shortcuts: false })
  expect(await (await callAs(sessionId)).session.current()).toMatchObject({
    language: 'pl',
    colourScheme: 'dark',
    shortcuts: false,
  })
})

async function withCookie(token: Record<string, unknown>, key = secret): Promise<Headers> {
  return new Headers({ cookie: `theme=dark; wa-session=${await encode({ token, secret: key })}; x=1` })
}
