import { createHash } from 'node:crypto'
import { canonicalJson, toJsonValue } from '../audit/audit.ts'

/** SHA-256 of a value's canonical JSON (RFC 8785), lower-case hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(toJsonValue(value)))
    .digest('hex')
}

/** SHA-256 of a text, lower-case hexadecimal. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
