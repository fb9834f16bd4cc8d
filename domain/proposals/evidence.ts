import { z } from 'zod'

/** Recordings and long documents are linked; what is attached is a screenshot or a short text. */
export const largestFileBytes = 5_000_000
export const mostEvidence = 12

/** What may be attached, and under which endings. Everything else is refused, archives and office files above all. */
export const evidenceTypes = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/plain': ['txt', 'csv', 'log'],
} as const satisfies Record<string, readonly string[]>

export type EvidenceType = keyof typeof evidenceTypes

/** Whether what is kept of such a file is redacted like an answer; a picture is as its author had it. */
export function isTwin(contentType: string | null): boolean {
  return contentType === 'text/plain'
}

const longestTimeMs = 24 * 3_600_000
const time = z.number().int().nonnegative().max(longestTimeMs)

/** A link to a recording or a document, with the part that matters; times are milliseconds from its beginning. */
export const linkSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^https$/, hostname: z.regexes.domain })
      .max(2_000)
      .refine(
        (url) => new URL(url).username === '' && new URL(url).password === '',
        'Leave out the password.',
      ),
    label: z.string().trim().min(3).max(200),
    fromMs: time.nullable(),
    toMs: time.nullable(),
  })
  .refine(({ fromMs, toMs }) => toMs === null || (fromMs !== null && fromMs < toMs), {
    path: ['toMs'],
    message: 'The part must end after it begins.',
  })
