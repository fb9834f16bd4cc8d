import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP recommends it (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const currentPrefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`

/** The hash to keep, in PHC text with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), parameters)
}

/** Whether the password fits. Without a hash (nobody has this e-mail) the same work is done and the answer is no, so that time tells nothing. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const fits = await verify(kept ?? (await hashOfNobody()), password.normalize('NFC'))
  return fits && kept !== null
}

/** Whether the hash was made with other parameters than today's and should be made anew while the password is at hand. */
export function isOutdatedHash(kept: string): boolean {
  return !kept.startsWith(currentPrefix)
}

let nobody: Promise<string> | null = null

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'))
  return nobody
}
