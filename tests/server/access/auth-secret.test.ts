import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureAuthSecret } from '../../../server/access/access.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the secret is made once, for its owner only, and stays', async () => {
  const secret = await ensureAuthSecret(folder)
  expect(secret).toHaveLength(43)
  expect(await ensureAuthSecret(folder)).toBe(secret)
  expect((await stat(path.join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
  expect((await readFile(path.join(folder, 'auth-secret'), 'utf8')).trim()).toBe(secret)
})

test('processes that start together get the same secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => ensureAuthSecret(folder)))
  expect(new Set(secrets).size).toBe(1)
})

test('a damaged file is named instead of weakening every cookie', async () => {
  await writeFile(path.join(folder, 'auth-secret'), 'short')
  await expect(ensureAuthSecret(folder)).rejects.toMatchObject({
    userMessage: expect.stringContaining('auth-secret'),
  })
})
