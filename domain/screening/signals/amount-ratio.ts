import { exampleHistory, exampleTransaction } from '../example-transaction.ts'
import { counterpartyName } from '../naming.ts'
import { findPayments } from '../payment-history.ts'
import { missing, tooLittleHistory } from '../reading.ts'
import { type Signal, type Situation } from '../signal.ts'
import { timesWords } from '../times-words.ts'
import { usualBefore } from '../usual.ts'

interface Facts {
  /** Median of the prior payments of this kind, minor units. */
  readonly usualMinor: number
  readonly payments: number
}

const minimumHistory = 5

const paid = (s: Situation<Facts>) => s.format.money(s.transaction.amountMinor, s.transaction.currency)
const usual = (s: Situation<Facts>) => s.format.money(s.facts.usualMinor, s.transaction.currency)
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
  compute({ transaction, profile, ownKey }) {
    if (transaction.customerRef === null) return missing('noCustomer')
    const history =
      profile === null ? undefined : findPayments(profile.payments, transaction.channel, transaction.currency)
    if (history === undefined) return tooLittleHistory(0, minimumHistory)
    const { count, median } = usualBefore(history, history.amounts, transaction.occurredAt, ownKey)
    if (count < minimumHistory) return tooLittleHistory(count, minimumHistory)
    return {
      value: transaction.amountMinor / median,
      history: count,
      facts: { usualMinor: Math.round(median), payments: count },
    }
  },
  explain: {
    en: (s) =>
      `${paid(s)}${to(s)} is ${timesWords(s.value, 'en')} this customer’s usual ${usual(s)} (median of the last ${s.facts.payments} payments of this kind).`,
    pl: (s) =>
      `${paid(s)}${to(s)} to ${timesWords(s.value, 'pl')} tyle, ile klient płaci zwykle: ${usual(s)} (mediana z ${s.facts.payments} ostatnich płatności tego rodzaju).`,
    ru: (s) =>
      `${paid(s)}${to(s)}: в ${timesWords(s.value, 'ru')} больше обычного для клиента, обычно ${usual(s)} (медиана, ${s.facts.payments} ${s.format.plural(s.facts.payments, { one: 'последний платёж', few: 'последних платежа', other: 'последних платежей' })} этого рода).`,
  },
  question: {
    en: (s) =>
      `This payment of ${paid(s)}${to(s)} is larger than usual; usually it is about ${usual(s)}. Is the amount right?`,
    pl: (s) =>
      `Ta płatność (${paid(s)})${to(s)} jest wyższa niż zwykle; zwykle to około ${usual(s)}. Czy kwota się zgadza?`,
    ru: (s) => `Этот платёж (${paid(s)})${to(s)} больше обычного; обычно это около ${usual(s)}. Сумма верна?`,
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
