import type { MerchantCriteria } from './merchant-criteria.ts'

/**
 * What a card issuer commonly asks of merchants, with the categories (ISO 18245) that commonly fall short; administrators edit
 * both and add merchants.
 */
export const defaultMerchantCriteria: MerchantCriteria = {
  criteria: [
    {
      key: 'strong-authentication',
      weight: 3,
      name: {
        en: 'strong customer authentication',
        pl: 'silne uwierzytelnianie klienta',
        ru: 'усиленная аутентификация клиента',
      },
    },
    {
      key: 'known-owner',
      weight: 3,
      name: {
        en: 'known owner and address',
        pl: 'znany właściciel i adres',
        ru: 'известный владелец и адрес',
      },
    },
    {
      key: 'refunds',
      weight: 2,
      name: {
        en: 'refunds that can be claimed',
        pl: 'możliwość zwrotu pieniędzy',
        ru: 'возможность возврата денег',
      },
    },
    {
      key: 'few-disputes',
      weight: 2,
      name: { en: 'few disputed payments', pl: 'mało reklamacji płatności', ru: 'мало спорных платежей' },
    },
    {
      key: 'irrevocable-value',
      weight: 2,
      name: {
        en: 'nothing that cannot be taken back',
        pl: 'brak usług nieodwracalnych',
        ru: 'нет необратимых услуг',
      },
    },
  ],
  unmetByMerchant: {},
  unmetByMcc: {
    '4829': ['irrevocable-value'],
    '6051': ['irrevocable-value', 'refunds'],
    '7995': ['refunds', 'few-disputes'],
  },
  unmetByCountry: {},
}
