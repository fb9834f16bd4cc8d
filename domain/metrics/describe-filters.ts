import type { Language, Localized } from '../language/language.ts'
import { filterDimensions } from './dimensions.ts'
import type { Filter } from './filter.ts'

/** What a value of a dimension is called. */
export type NameOf = (dimension: string, value: string) => string

const operators = {
  is: { en: 'is', pl: 'jest', ru: 'равно' },
  isNot: { en: 'is not', pl: 'nie jest', ru: 'не равно' },
} as const satisfies Record<Filter['operator'], Localized>

const together = { en: 'or', pl: 'lub', ru: 'или' } as const satisfies Localized

/** Filters in words, for mails and PDFs: `Desk is Cards · Rule is not Paid twice or Extra zero`; the empty text for none. */
export function describeFilters(filters: readonly Filter[], language: Language, nameOf: NameOf): string {
  return filters
    .map(({ dimension, operator, values }) => {
      const names = values.map((value) => nameOf(dimension, value)).join(` ${together[language]} `)
      return `${filterDimensions[dimension].name[language]} ${operators[operator][language]} ${names}`
    })
    .join(' · ')
}
