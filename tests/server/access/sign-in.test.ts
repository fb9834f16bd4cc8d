import { hash } from '@node-rs/argon2'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureDemoAccounts } from '../../../server/access/ensure-demo-accounts.ts'
import { signIn } from '../../../server/access/sign-in.ts'
import { demoPassword } from '../../../domain/access/demo-accounts.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { goodPassword, now, signUp } from './call-as.ts'

const from = (address: string) => ({ address, now })
const refused = { code: 'unauthenticated', userMessage: 'E-mail or password is not right.' }

beforeEach(() => getPool().query('DELETE FROM rate_limits'))
afterEach(() => vi.unstubAllEnvs())

test('the right password opens a session and the audit says so', async () => {
  const { personId, sessionId } = await signUp('staff')
  const session = await getPrisma().session.findUniqueOrThrow({ where: { id: sessionId } })
  expect(session).toMatchObject({ personId, endedAt: null, expiresAt: new Date(now + 12 * 3_600_000) })
  const entry = await getPrisma().auditEntry.findFirst({ orderBy: { seq: 'desc' } })
  expect(entry).toMatchObject({ action: 'session.open', actorId: personId, subjectId: personId })
})

test('an unknown e-mail, a wrong password and a disabled person get the same answer', async () => {
  const { email } = await signUp('staff')
  await expect(signIn({ email, password: 'wrong' }, from('192.0.2.1'))).rejects.toMatchObject(refused)
  await expect(
    signIn({ email: 'nobody@x.example', password: 'wrong' }, from('192.0.2.1')),
  ).rejects.toMatchObject(refused)
  await getPool().query(`UPDATE people SET status = 'disabled' WHERE email = $1`, [email])
  await expect(signIn({ email, password: goodPassword }, from('192.0.2.1'))).rejects.toMatchObject(refused)
})

test('the sixth wrong password for one account from one address is refused unlooked at, with the time left', async () => {
  const { email } = await signUp('staff')
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await expect(signIn({ email, password: 'wrong' }, from('192.0.2.2'))).rejects.toMatchObject(refused)
  }
  await expect(signIn({ email, password: goodPassword }, from('192.0.2.2'))).rejects.toMatchObject({
    code: 'tooManyRequests',
    userMessage: 'Too many attempts. Try again in 15 min.',
    details: { retryAfterSeconds: expect.closeTo(900, -1) },
  })
  await expect(signIn({ email, password: goodPassword }, from('192.0.2.3'))).resolves.toBeDefined()
})

test('attempts sent at once cannot slip through together', async () => {
  const { email } = await signUp('staff')
  const answers = await Promise.allSettled(
    Array.from({ length: 12 }, () => signIn({ email, password: 'wrong' }, from('192.0.2.4'))),
  )
  const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'signed in'))
  expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5)
  expect(codes.filter((code) => code === 'tooManyRequests')).toHaveLength(7)
})

test('one account is throttled although every attempt comes from another address', async () => {
  const { email } = await signUp('staff')
  const attempt = (n: number) => signIn({ email, password: 'wrong' }, from(`198.51.100.${n}`))
  await Promise.allSettled(Array.from({ length: 25 }, (_, n) => attempt(n)))
  await expect(attempt(99)).rejects.toMatchObject({ code: 'tooManyRequests' })
})

test('one address is throttled although every attempt names another account', async () => {
  await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) =>
      signIn({ email: `n${n}@x.example`, password: 'wrong' }, from('203.0.113.5')),
    ),
  )
  await expect(
    signIn({ email: 'other@x.example', password: 'wrong' }, from('203.0.113.5')),
  ).rejects.toMatchObject({
    code: 'tooManyRequests',
  })
})

test('a throttle that is over lets the person in again', async () => {
  const { email } = await signUp('staff')
  await Promise.allSettled(
    Array.from({ length: 7 }, () => signIn({ email, password: 'wrong' }, from('192.0.2.5'))),
  )
  await getPool().query('UPDATE rate_limits SET expire = 1')
  await expect(signIn({ email, password: goodPassword }, from('192.0.2.5'))).resolves.toBeDefined()
})

test('a hash made with weaker parameters is made anew at the next sign-in', async () => {
  const { email } = await signUp('staff')
  const weak = await hash(goodPassword, { memoryCost: 4_096, timeCost: 1, parallelism: 1 })
  await getPool().query('UPDATE people SET password_hash = $2 WHERE email = $1', [email, weak])
  await signIn({ email, password: goodPassword }, from('192.0.2.6'))
  const { passwordHash } = await getPrisma().person.findUniqueOrThrow({ where: { email } })
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  await expect(signIn({ email, password: goodPassword }, from('192.0.2.6'))).resolves.toBeDefined()
})

test('demo accounts sign in with the documented password in demo mode and never outside it', async () => {
  await ensureDemoAccounts(now)
  const manager = { email: 'manager@demo.example', password: demoPassword }
  await expect(signIn(manager, from('192.0.2.8'))).resolves.toBeDefined()
  vi.stubEnv('DEMO', '0')
  await expect(signIn(manager, from('192.0.2.8'))).rejects.toMatchObject(refused)
  await expect(ensureDemoAccounts(now)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a demo account that somebody disabled or changed is as printed again after the next start', async () => {
  await ensureDemoAccounts(now)
  await getPool().query(
    `UPDATE people SET status = 'disabled', role = 'admin', password_hash = 'x' WHERE email = 'staff@demo.example'`,
  )
  await ensureDemoAccounts(now)
  await expect(
    signIn({ email: 'staff@demo.example', password: demoPassword }, from('192.0.2.9')),
  ).resolves.toBeDefined()
})
