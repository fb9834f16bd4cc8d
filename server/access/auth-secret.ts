import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../domain/errors/app-error.ts'

/**
 * The secret that session cookies are encrypted with, for the commands to put into AUTH_SECRET: made once and kept in
 * `auth-secret` in the data folder, readable by its owner only. Processes that start together get the same one. Whoever runs
 * several machines sets AUTH_SECRET instead, the same on each.
 */
export async function ensureAuthSecret(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'auth-secret')
  await mkdir(dataFolder, { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    // A link appears whole or not at all, and never replaces what another process made first.
    await link(draft, file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  } finally {
    await rm(draft)
  }
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < 32) {
    throw new AppError('unavailable', {
      userMessage: `${file} is damaged. Delete it to make a new one; everybody signs in again.`,
    })
  }
  return secret
}

/** The secret of this process. Throws `unavailable` when the commands have not set it. */
export function getAuthSecret(): string {
  const secret = process.env.AUTH_SECRET
  if (!secret) {
    throw new AppError('unavailable', {
      userMessage: 'AUTH_SECRET is not set: start the product with `npm start` or `npm run dev`.',
    })
  }
  return secret
}
