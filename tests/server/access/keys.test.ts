import { afterEach, expect, test, vi } from 'vitest'
import { authenticateKey } from '../../../server/access/access.ts'
import { createKey } from '../../../server/access/create-key.ts'
import { getPool } from '../../../server/db/pool.ts'
import { callAs, now, signUp } from './call-as.ts'

afterEach(() => vi.restoreAllMocks())

test('a key opens what its scopes say', async () => {
  const { key, keyId } = await makeKey()
  expect(await authenticateKey(`Bearer ${key}`, 'alerts:read', now)).toEqual({
    id: keyId,
    name: 'Till',
    scopes: ['alerts:read', 'transactions:write'],
  })
})

test('a missing scope is named', async () => {
  const { key } = await makeKey()
  await expect(authenticateKey(`Bearer ${key}`, 'cases:write', now)).rejects.toMatchObject({
    code: 'forbidden',
    userMessage: expect.stringContaining('cases:write'),
  })
})

test.each([
  ['no header', () => null],
  ['another scheme', (key: string) => `Basic ${key}`],
  ['only the prefix', (key: string) => `Bearer ${key.slice(0, 12)}`],
  ['another secret', (key: string) => `Bearer ${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`],
  ['an unknown prefix', (key: string) => `Bearer wa_00000000${key.slice(11)}`],
  ['something behind it', (key: string) => `Bearer ${key} ${key}`],
])('%s is refused', async (_name, write) => {
  const { key } = await makeKey()
  await expect(authenticateKey(write(key), 'alerts:read', now)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})

test('only a hash of the secret is kept, and no list shows it', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { key, keyId, prefix } = await admin.keys.add({ name: 'Web shop', scopes: ['metrics:read'] })
  const secret = key.split('_')[2]!
  const kept = await getPool().query(
    'SELECT k::text AS k FROM api_keys k UNION SELECT e::text FROM audit_entries e',
  )
  expect(kept.rows.map((row) => row.k).join()).toContain(prefix)
  expect(kept.rows.map((row) => row.k).join()).not.toContain(secret)
  expect(JSON.stringify(await admin.keys.list())).not.toContain(secret)
  expect((await admin.keys.list()).find((row) => row.keyId === keyId)).toMatchObject({
    revokedAt: null,
    prefix,
  })
})

test('a revoked key is refused on its next request', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { key, keyId } = await admin.keys.add({ name: 'Web shop', scopes: ['metrics:read'] })
  await authenticateKey(`Bearer ${key}`, 'metrics:read', now)
  await admin.keys.revoke({ keyId })
  await expect(authenticateKey(`Bearer ${key}`, 'metrics:read', now)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})

test('a request that comes after a revocation never profits from a look-up that began before it', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { key, keyId } = await admin.keys.add({ name: 'Web shop', scopes: ['metrics:read'] })
  const before = Array.from({ length: 50 }, () => authenticateKey(`Bearer ${key}`, 'metrics:read', now))
  await admin.keys.revoke({ keyId })
  await expect(authenticateKey(`Bearer ${key}`, 'metrics:read', now)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  await Promise.allSettled(before)
})

test('look-ups that meet share a query', async () => {
  const keys = await Promise.all([makeKey(), makeKey(), makeKey()])
  for (const { key } of keys) await authenticateKey(`Bearer ${key}`, 'alerts:read', now)
  const query = vi.spyOn(getPool(), 'query')
  await Promise.all(
    Array.from({ length: 1_000 }, (_, n) =>
      authenticateKey(`Bearer ${keys[n % keys.length]!.key}`, 'alerts:read', now),
    ),
  )
  expect(query.mock.calls.length).toBe(1)
})

test('a look-up that fails does not spoil the next one', async () => {
  const { key } = await makeKey()
  vi.spyOn(getPool(), 'query').mockImplementationOnce(() => Promise.reject(new Error('connection lost')))
  await expect(authenticateKey(`Bearer ${key}`, 'alerts:read', now)).rejects.toThrow('connection lost')
  await expect(authenticateKey(`Bearer ${key}`, 'alerts:read', now)).resolves.toBeDefined()
})

test('when a key was last used is known to the minute', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { key, keyId } = await makeKey()
  const lastUsed = async () =>
    (await admin.keys.list()).find((row) => row.keyId === keyId)?.lastUsedAt?.getTime()
  await authenticateKey(`Bearer ${key}`, 'alerts:read', now)
  await expect.poll(lastUsed).toBe(now)
  await authenticateKey(`Bearer ${key}`, 'alerts:read', now + 59_000)
  await authenticateKey(`Bearer ${key}`, 'alerts:read', now + 60_000)
  await expect.poll(lastUsed).toBe(now + 60_000)
})

test('a refused key was not used', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { key, keyId } = await makeKey()
  await expect(authenticateKey(`Bearer ${key}`, 'cases:write', now)).rejects.toThrow()
  expect((await admin.keys.list()).find((row) => row.keyId === keyId)?.lastUsedAt).toBeNull()
})

test('an unknown key cannot be revoked, and revoking twice is audited once', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const unknown = '01890000-0000-7000-8000-000000000000'
  await expect(admin.keys.revoke({ keyId: unknown })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { keyId } = await makeKey()
  await admin.keys.revoke({ keyId })
  await admin.keys.revoke({ keyId })
  expect((await admin.audit.list({ subjectId: keyId, action: 'keys.revoke' })).items).toHaveLength(1)
})

test('on the command line an unknown scope is answered with those there are', async () => {
  await expect(createKey({ name: 'x', scopes: ['everything'] }, now)).rejects.toMatchObject({
    userMessage: expect.stringContaining('transactions:write'),
  })
})

function makeKey() {
  return createKey({ name: 'Till', scopes: ['transactions:write', 'alerts:read', 'alerts:read'] }, now)
}
