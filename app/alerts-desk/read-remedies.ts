import { type RemedyKind, remedyKinds, type Remedies } from '@/domain/alerts/remedies.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { parseAmount } from '@/domain/screening/parse-amount.ts'

/** Amounts as somebody types them; a comma counts as a point. */
export type TypedRemedies = Readonly<Record<RemedyKind, string>>

export const noRemedies: TypedRemedies = { stopped: '', corrected: '', refunded: '', recovered: '', lost: '' }

export interface ReadRemedies {
  readonly remedies: Remedies
  /** What is wrong with which amount, in the server's words. */
  readonly problems: Partial<Record<RemedyKind, string>>
}

/** The amounts in minor units of `currency` (ISO 4217); an empty one, or 0, did not happen. */
export function readRemedies(typed: TypedRemedies, currency: string): ReadRemedies {
  const remedies: Partial<Record<RemedyKind, number>> = {}
  const problems: Partial<Record<RemedyKind, string>> = {}
  for (const kind of remedyKinds) {
    const text = typed[kind].replace(/\s/g, '').replace(',', '.')
    if (text === '') continue
    try {
      const minor = parseAmount(text, currency, kind)
      if (minor > 0) remedies[kind] = minor
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems[kind] = error.userMessage
    }
  }
  return { remedies, problems }
}
