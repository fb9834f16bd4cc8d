import type { Localized } from '../language/language.ts'

interface PersonalDataKind {
  /** What stands in the redacted text in its place; a number follows that tells two of a kind apart. */
  readonly label: Localized
  /** Words near a number that speak for this kind, as beginnings of lower-case words. */
  readonly context: readonly string[]
  /** Marked, but left in the text unless the author says otherwise: too weak a sign to cut by. */
  readonly warningOnly?: true
}

/** What the product looks for in what people write; a new kind is one entry here and its finder's line. */
export const personalDataKinds = {
  card: {
    label: { en: 'card', pl: 'karta', ru: 'карта' },
    context: ['card', 'kart', 'карт', 'visa', 'mastercard', 'мир', 'pan'],
  },
  iban: {
    label: { en: 'account', pl: 'konto', ru: 'счёт' },
    context: ['iban', 'account', 'kont', 'rachun', 'nrb', 'счет', 'счёт'],
  },
  pesel: { label: { en: 'PESEL', pl: 'PESEL', ru: 'PESEL' }, context: ['pesel', 'песел'] },
  nip: { label: { en: 'NIP', pl: 'NIP', ru: 'NIP' }, context: ['nip', 'podatk', 'vat'] },
  regon: { label: { en: 'REGON', pl: 'REGON', ru: 'REGON' }, context: ['regon'] },
  snils: { label: { en: 'SNILS', pl: 'SNILS', ru: 'СНИЛС' }, context: ['снилс', 'snils', 'страхов'] },
  inn: { label: { en: 'INN', pl: 'INN', ru: 'ИНН' }, context: ['инн', 'inn', 'налог'] },
  passport: {
    label: { en: 'passport', pl: 'paszport', ru: 'паспорт' },
    context: ['passport', 'paszport', 'паспорт', 'загран', 'серия', 'сери'],
  },
  identityCard: {
    label: { en: 'identity card', pl: 'dowód', ru: 'удостоверение' },
    context: ['dowod', 'dowód', 'dowodu', 'identity', 'osobist', 'удостов'],
  },
  phone: {
    label: { en: 'phone', pl: 'telefon', ru: 'телефон' },
    context: ['phone', 'tel', 'mobile', 'kom', 'numer', 'тел', 'моб', 'звон', 'dzwon', 'call'],
  },
  email: { label: { en: 'e-mail', pl: 'e-mail', ru: 'почта' }, context: [] },
  name: { label: { en: 'name', pl: 'nazwisko', ru: 'имя' }, context: [] },
  /** The reference that the systems have for a customer. */
  customer: { label: { en: 'customer', pl: 'klient', ru: 'клиент' }, context: [] },
  /** Nine digits and more that nothing explains. */
  longNumber: { label: { en: 'number', pl: 'numer', ru: 'номер' }, context: [] },
  /** A capitalised word with the ending of a surname. */
  possibleName: { label: { en: 'name', pl: 'nazwisko', ru: 'имя' }, context: [], warningOnly: true },
} as const satisfies Record<string, PersonalDataKind>

export type PersonalDataKey = keyof typeof personalDataKinds

export const personalDataKeys = Object.keys(personalDataKinds) as readonly PersonalDataKey[]

/** Whether a mark of this kind is cut out unless the author keeps it. */
export function isReplacedByDefault(kind: PersonalDataKey): boolean {
  return !('warningOnly' in personalDataKinds[kind])
}
