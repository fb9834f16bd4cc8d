import { exampleTransaction } from '../example-transaction.ts'
import { counterpartyName, itemName } from '../naming.ts'
import type { Signal, Situation } from '../signal.ts'

function sum({ transaction, line, format }: Situation<null>): string {
  return format.money(line?.amountMinor ?? transaction.amountMinor, transaction.currency)
}

function limit({ transaction, threshold, format }: Situation<null>): string {
  return format.money(threshold, transaction.currency)
}

/** Whom or what it is for, in brackets behind the sum; nothing when only a reference is known. */
function about({ transaction, line, format }: Situation<null>): string {
  const name =
    line === null ? counterpartyName(transaction) : `${format.number(line.quantity, 3)} × ${itemName(line)}`
  return name === null ? '' : ` (${name})`
}

/** The amount itself: of the transaction, or of one line of a basket. */
export const amount: Signal<null> = {
  key: 'amount',
  unit: 'minorUnits',
  levels: ['transaction', 'line'],
  fires: 'atOrAbove',
  scale: { kind: 'log', min: 100, max: 10_000_000_000, floor: 10_000 },
  minimumHistory: 0,
  label: { en: 'Amount', pl: 'Kwota', ru: 'Сумма' },
  description: {
    en: 'The amount, at or above the limit that is set for its currency, segment and channel.',
    pl: 'Kwota równa limitowi ustalonemu dla jej waluty, segmentu i kanału albo wyższa.',
    ru: 'Сумма, равная пределу, установленному для её валюты, сегмента и канала, или выше него.',
  },
  compute: ({ transaction }, line) => ({
    value: line?.amountMinor ?? transaction.amountMinor,
    history: null,
    facts: null,
  }),
  explain: {
    en: (s) => `${sum(s)}${about(s)} reaches the set limit of ${limit(s)}.`,
    pl: (s) => `Kwota ${sum(s)}${about(s)} osiąga ustalony limit ${limit(s)}.`,
    ru: (s) => `Сумма ${sum(s)}${about(s)} достигает установленного предела ${limit(s)}.`,
  },
  question: {
    en: (s) =>
      s.line === null
        ? `This is a payment of ${sum(s)}${about(s)}. Is the amount right?`
        : `This comes to ${sum(s)}${about(s)}. Is the quantity right?`,
    pl: (s) =>
      s.line === null
        ? `To płatność na kwotę ${sum(s)}${about(s)}. Czy kwota się zgadza?`
        : `To razem ${sum(s)}${about(s)}. Czy ilość się zgadza?`,
    ru: (s) =>
      s.line === null
        ? `Это платёж на сумму ${sum(s)}${about(s)}. Сумма верна?`
        : `Всего ${sum(s)}${about(s)}. Количество верно?`,
  },
  example: {
    title: { en: 'A transfer of 100,000 PLN', pl: 'Przelew na 100 000 zł', ru: 'Перевод на 100 000 злотых' },
    history: [],
    transaction: exampleTransaction({ id: 'large-transfer', amountMinor: 10_000_000 }),
    level: 'transaction',
    value: 10_000_000,
  },
}
