import type { Language } from '../language/language.ts'
import { textFormat } from './text-format.ts'

export const missingReasonCodes = [
  'noCustomer',
  'tooLittleHistory',
  'noCounterparty',
  'noEarlierPayment',
  'noMerchant',
  'merchantNotAssessed',
  'cardNotPresent',
  'placeUnknown',
  'travelNotice',
  'noSize',
  'sizeNotComparable',
  'noGroup',
] as const

export type MissingReasonCode = (typeof missingReasonCodes)[number]

/** Why a signal has no value. `tooLittleHistory` carries how much there is and how much is needed. */
export interface MissingReason {
  readonly code: MissingReasonCode
  readonly have?: number
  readonly need?: number
}

const words: Readonly<
  Record<Exclude<MissingReasonCode, 'tooLittleHistory'>, Readonly<Record<Language, string>>>
> = {
  noCustomer: { en: 'the customer is not known', pl: 'klient nie jest znany', ru: 'покупатель неизвестен' },
  noCounterparty: {
    en: 'the payee is not known',
    pl: 'odbiorca nie jest znany',
    ru: 'получатель неизвестен',
  },
  noEarlierPayment: {
    en: 'nothing like it in the last day',
    pl: 'nic takiego w ciągu ostatniej doby',
    ru: 'за последние сутки ничего похожего',
  },
  noMerchant: { en: 'the merchant is not known', pl: 'sprzedawca nie jest znany', ru: 'продавец неизвестен' },
  merchantNotAssessed: {
    en: 'the merchant has not been assessed',
    pl: 'sprzedawca nie był oceniany',
    ru: 'продавец не оценивался',
  },
  cardNotPresent: {
    en: 'not paid in person',
    pl: 'płatność bez obecności karty',
    ru: 'оплата без предъявления карты',
  },
  placeUnknown: { en: 'the place is not known', pl: 'miejsce nie jest znane', ru: 'место неизвестно' },
  travelNotice: {
    en: 'the customer said that they would be there',
    pl: 'klient uprzedził o podróży',
    ru: 'клиент предупредил о поездке',
  },
  noSize: { en: 'no size is given', pl: 'nie podano rozmiaru', ru: 'размер не указан' },
  sizeNotComparable: {
    en: 'this size cannot be compared',
    pl: 'tego rozmiaru nie da się porównać',
    ru: 'этот размер не с чем сравнить',
  },
  noGroup: {
    en: 'no product group is given',
    pl: 'nie podano grupy produktów',
    ru: 'группа товаров не указана',
  },
}

/** A reason in words that can stand behind a colon: "3 of 5 purchases". */
export function describeMissingReason(reason: MissingReason, language: Language): string {
  if (reason.code !== 'tooLittleHistory') return words[reason.code][language]
  const { have = 0, need = 0 } = reason
  const { plural } = textFormat(language, 'UTC')
  switch (language) {
    case 'en':
      return `${have} of ${need} ${plural(need, { one: 'purchase', other: 'purchases' })}`
    case 'pl':
      return `${have} z ${need} ${plural(need, { one: 'zakupu', other: 'zakupów' })}`
    case 'ru':
      return `${have} из ${need} ${plural(need, { one: 'покупки', other: 'покупок' })}`
  }
}
