import type { Localized } from '../../language/language.ts'
import { exampleTransaction } from '../example-transaction.ts'
import type { MerchantCriteria } from '../merchant-criteria.ts'
import { counterpartyName } from '../naming.ts'
import { missing } from '../reading.ts'
import type { Signal, Situation } from '../signal.ts'

interface Facts {
  readonly unmet: readonly Localized[]
}

const noneUnmet: readonly string[] = []

function listed(
  table: Readonly<Record<string, readonly string[]>>,
  key: string | null,
): readonly string[] | null {
  return key !== null && Object.hasOwn(table, key) ? table[key]! : null
}

function unmetKeys(
  criteria: MerchantCriteria,
  merchant: { ref: string; mcc: string | null; country: string | null },
  occurredAt: number,
) {
  const expiries = criteria.listedUntil
  const until =
    expiries !== undefined && Object.hasOwn(expiries, merchant.ref) ? expiries[merchant.ref]! : Infinity
  const byMerchant = occurredAt < until ? listed(criteria.unmetByMerchant, merchant.ref) : null
  const byMcc = listed(criteria.unmetByMcc, merchant.mcc)
  const byCountry = listed(criteria.unmetByCountry, merchant.country)
  if (byMerchant === null && byMcc === null && byCountry === null) return null
  return new Set([...(byMerchant ?? noneUnmet), ...(byMcc ?? noneUnmet), ...(byCountry ?? noneUnmet)])
}

const seller = (s: Situation<Facts>) => counterpartyName(s.transaction) ?? s.transaction.merchant!.ref
const paid = (s: Situation<Facts>) => s.format.money(s.transaction.amountMinor, s.transaction.currency)

/** The weights of the security criteria that the merchant or service does not meet, added up. */
export const merchantRisk: Signal<Facts> = {
  key: 'merchantRisk',
  unit: 'weight',
  levels: ['transaction'],
  fires: 'atOrAbove',
  scale: { kind: 'linear', min: 0, max: 20, floor: 1 },
  minimumHistory: 0,
  label: {
    en: 'Merchant’s unmet criteria',
    pl: 'Niespełnione kryteria sprzedawcy',
    ru: 'Невыполненные критерии продавца',
  },
  description: {
    en: 'The added weights of the security criteria that the merchant, its category or its country does not meet. No value for a merchant that nobody has assessed.',
    pl: 'Suma wag kryteriów bezpieczeństwa, których nie spełnia sprzedawca, jego kategoria lub kraj. Brak wartości, gdy nikt sprzedawcy nie oceniał.',
    ru: 'Сумма весов критериев безопасности, которым не отвечает продавец, его категория или страна. Нет значения, если продавца никто не оценивал.',
  },
  compute({ transaction, criteria }) {
    if (transaction.merchant === null) return missing('noMerchant')
    const keys = unmetKeys(criteria, transaction.merchant, transaction.occurredAt)
    if (keys === null) return missing('merchantNotAssessed')
    const unmet = criteria.criteria.filter((criterion) => keys.has(criterion.key))
    return {
      value: unmet.reduce((sum, criterion) => sum + criterion.weight, 0),
      history: null,
      facts: { unmet: unmet.map((criterion) => criterion.name) },
    }
  },
  explain: {
    en: (s) =>
      `${seller(s)} does not meet: ${s.facts.unmet.map((name) => name.en).join(', ')} (weight ${s.format.number(s.value, 1)}).`,
    pl: (s) =>
      `${seller(s)}: niespełnione kryteria: ${s.facts.unmet.map((name) => name.pl).join(', ')} (waga ${s.format.number(s.value, 1)}).`,
    ru: (s) =>
      `${seller(s)}: не выполнены критерии: ${s.facts.unmet.map((name) => name.ru).join(', ')} (вес ${s.format.number(s.value, 1)}).`,
  },
  question: {
    en: (s) =>
      `A payment of ${paid(s)} to ${seller(s)} is waiting. Do you know this seller, and would you like to go on?`,
    pl: (s) =>
      `Czeka płatność ${paid(s)} (sprzedawca: ${seller(s)}). Czy to znany sprzedawca i czy mamy ją wykonać?`,
    ru: (s) =>
      `Ожидает платёж ${paid(s)} (продавец: ${seller(s)}). Вы знаете этого продавца, выполнить платёж?`,
  },
  example: {
    title: {
      en: 'A merchant without customer authentication and with a hidden owner',
      pl: 'Sprzedawca bez uwierzytelniania klienta i z ukrytym właścicielem',
      ru: 'Продавец без подтверждения клиента и со скрытым владельцем',
    },
    history: [],
    transaction: exampleTransaction({
      id: 'insecure-merchant',
      channel: 'card',
      merchant: { ref: 'example-insecure', name: 'Gadgets 4 U', country: null, mcc: null },
    }),
    criteria: {
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
          weight: 2,
          name: { en: 'known owner', pl: 'znany właściciel', ru: 'известный владелец' },
        },
      ],
      unmetByMerchant: { 'example-insecure': ['strong-authentication', 'known-owner'] },
      unmetByMcc: {},
      unmetByCountry: {},
    },
    level: 'transaction',
    value: 5,
  },
}
