import { randomBytes } from 'node:crypto'

/** A new signing secret as Standard Webhooks writes it: 256 random bits. */
export function drawSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
