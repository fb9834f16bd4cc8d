import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits, as they stand in a link: nobody guesses one, and a text message has room for it. */
export function drawToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
