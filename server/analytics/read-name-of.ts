import { type Language, type Localized } from '../../domain/language/language.ts'
import { type NameOf } from '../../domain/metrics/describe-filters.ts'
import { listCareNames } from './care/list-care-names.ts'
import { listValueNames } from './list-value-names.ts'

/** What rules, signals, desks and kinds of case are called, for texts that are written without a page: mails and PDFs. */
export async function readNameOf(language: Language): Promise<NameOf> {
  const [alerts, care] = await Promise.all([listValueNames(), listCareNames()])
  const byDimension: Partial<Record<string, Readonly<Record<string, Localized>>>> = {
    ...{ rule: alerts.rules, signal: alerts.signals },
    ...{ desk: care.desks, fromDesk: care.desks, kind: care.kinds },
  }
  return (dimension, value) => byDimension[dimension]?.[value]?.[language] ?? (value === '' ? '—' : value)
}
