import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link: 256 bits, safe in an address. */
export function drawLinkToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it. */
export function hashLinkToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
