import { exampleHistory, exampleTransaction } from '../example-transaction.ts'
import { counterpartyName } from '../naming.ts'
import { missing, tooLittleHistory } from '../reading.ts'
import type { Signal, Situation } from '../signal.ts'
import { timesWords } from '../times-words.ts'

interface Facts {
  /** Median of the prior payments of this kind, minor units. */
  readonly usualMinor: number
  readonly payments: number
}

const minimumHistory = 5

const paid = (s: Situation<Facts>) => s.format.money(s.transaction.amountMinor, s.transaction.currency)
const usually = (s: Situation<Facts>) => s.format.money(s.facts.usualMinor, s.transaction.currency)
const to = (s: Situation<Facts>) => {
  const name = counterpartyName(s.transaction)
  return name === null ? '' : ` (${name})`
}

/** How many times the customer's usual payment of this kind: the median of the prior 64 in this channel and currency. */
export const amountRatio: Signal<Facts> = {
  key: 'amountRatio',
  unit: 'times',
  levels: ['transaction'],
  fires: 'atOrAbove',
  scale: { kind: 'log', min: 0.01, max: 100_000, floor: 2 },
  minimumHistory,
  label: {
    en: 'Times the usual amount',
    pl: 'Krotność zwykłej kwoty',
    ru: 'Во сколько раз больше обычной суммы',
  },
  description: {
    en: 'The amount divided by the median of the customer’s last 64 payments in the same channel and currency.',
    pl: 'Kwota podzielona przez medianę ostatnich 64 płatności klienta w tym samym kanale i walucie.',
    ru: 'Сумма, делённая на медиану последних 64 платежей клиента в том же канале и валюте.',
  },
  compute({ transaction, usual }) {
    if (transaction.customerRef === null) return missing('noCustomer')
    const { count, median } = usual.amount()
    if (count < minimumHistory) return tooLittleHistory(count, minimumHistory)
    return {
      value: transaction.amountMinor / median,
      history: count,
      facts: { usualMinor: Math.round(median), payments: count },
    }
  },
  explain: {
    en: (s) =>
      `${paid(s)}${to(s)} is ${timesWords(s.value, 'en')} this customer’s usual ${usually(s)} (median of the last ${s.facts.payments} payments of this kind).`,
    pl: (s) =>
      `${paid(s)}${to(s)} to ${timesWords(s.value, 'pl')} tyle, ile klient płaci zwykle: ${usually(s)} (mediana z ${s.facts.payments} ostatnich płatności tego rodzaju).`,
    ru: (s) =>
      `${paid(s)}${to(s)}: в ${timesWords(s.value, 'ru')} больше обычного для клиента, обычно ${usually(s)} (медиана, ${s.facts.payments} ${s.format.plural(s.facts.payments, { one: 'последний платёж', few: 'последних платежа', other: 'последних платежей' })} этого рода).`,
  },
  question: {
    en: (s) =>
      `This payment of ${paid(s)}${to(s)} is larger than usual; usually it is about ${usually(s)}. Is the amount right?`,
    pl: (s) =>
      `Ta płatność (${paid(s)})${to(s)} jest wyższa niż zwykle; zwykle to około ${usually(s)}. Czy kwota się zgadza?`,
    ru: (s) =>
      `Этот платёж (${paid(s)})${to(s)} больше обычного; обычно это около ${usually(s)}. Сумма верна?`,
  },
  example: {
    title: {
      en: 'Usually 250 PLN, now 10,000 PLN',
      pl: 'Zwykle 250 zł, teraz 10 000 zł',
      ru: 'Обычно 250 злотых, сейчас 10 000',
    },
    history: exampleHistory(8, () => ({ amountMinor: 25_000 })),
    transaction: exampleTransaction({ id: 'far-above', amountMinor: 1_000_000 }),
    level: 'transaction',
    value: 40,
  },
}
