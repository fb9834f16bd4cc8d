import type { Language } from '@/domain/language/language.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import { fromPath } from '@/domain/thresholds/rule-set-leaves.ts'

type Words = (key: string, values?: Record<string, string>) => string

/** Where a difference lies, in words; `words` is `useTranslations('thresholds')`. */
export function describePath(
  path: string,
  about: { readonly rules: readonly Rule[]; readonly language: Language; readonly words: Words },
): { readonly subject: string; readonly field: string } {
  const [area = '', key = '', ...rest] = fromPath(path)
  const { rules, language, words } = about
  if (area !== 'rules') {
    const field =
      rest.length === 0 ? words(`fields.${area}`) : rest.map((one) => wordOf(one, words)).join(', ')
    return { subject: area === 'criteria' ? words('criterion', { key }) : key, field }
  }
  const subject = rules.find((rule) => rule.key === key)?.name[language] ?? key
  const [first, second, third] = rest
  if (first === undefined) return { subject, field: words('fields.rule') }
  if (first === 'thresholds') {
    return {
      subject,
      field:
        second === 'default'
          ? words('fields.threshold')
          : words('fields.thresholdAt', { place: placeWords(third ?? '[]', words) }),
    }
  }
  const detail =
    second === undefined ? '' : ` (${first === 'minimumAmountMinor' ? second : words(`languages.${second}`)})`
  return { subject, field: `${wordOf(first, words)}${detail}` }
}

/** `["*","PLN","card"]` in words. */
export function placeWords(place: string, words: Words): string {
  const [segment, currency, channel] = JSON.parse(place) as [string, string, string]
  const parts = [
    ...(segment === '*' ? [] : [segment]),
    ...(currency === '*' ? [] : [currency]),
    ...(channel === '*' ? [] : [words(`channels.${channel}`)]),
  ]
  return parts.length === 0 ? words('everywhere') : parts.join(', ')
}

const known = [
  'signal',
  'level',
  'enabled',
  'severity',
  'minimumAmountMinor',
  'minimumHistory',
  'capPerHour',
  'name',
  'questions',
  'weight',
]

function wordOf(field: string, words: Words): string {
  return known.includes(field) ? words(`fields.${field}`) : field
}
