import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

const prefixAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const secretAlphabet = `${prefixAlphabet}ABCDEFGHIJKLMNOPQRSTUVWXYZ`

export function drawKeyPrefix(): string {
  return draw(prefixAlphabet, 8)
}

/** 32 of 62 signs: 190 random bits. */
export function drawKeySecret(): string {
  return draw(secretAlphabet, 32)
}

/**
 * SHA-256, not Argon2: a slow hash makes guessable secrets expensive to try, and 190 random bits cannot be tried at any
 * speed; a slow one would only cost every request of other systems 20 ms.
 */
export function hashKeySecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

export function matchesKeySecret(secret: string, hash: Uint8Array): boolean {
  return timingSafeEqual(hashKeySecret(secret), hash)
}

function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
