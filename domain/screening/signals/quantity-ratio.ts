import { exampleHistory, exampleLine, exampleTransaction } from '../example-transaction.ts'
import { itemName } from '../naming.ts'
import { tooLittleHistory } from '../reading.ts'
import type { Signal, Situation } from '../signal.ts'
import { timesWords } from '../times-words.ts'

interface Facts {
  /** Median quantity of the prior purchases of this item. */
  readonly usual: number
  readonly purchases: number
  readonly whose: 'customer' | 'everybody'
}

const minimumHistory = 5

const quantity = (s: Situation<Facts>) => s.format.number(s.line!.quantity, 3)
const usual = (s: Situation<Facts>) => s.format.number(s.facts.usual, 3)
const item = (s: Situation<Facts>) => itemName(s.line!)

/** How many times the usual quantity of this item: the customer's own where there are enough purchases, else everybody's. */
export const quantityRatio: Signal<Facts> = {
  key: 'quantityRatio',
  unit: 'times',
  levels: ['line'],
  fires: 'atOrAbove',
  scale: { kind: 'log', min: 0.01, max: 100_000, floor: 2 },
  minimumHistory,
  label: {
    en: 'Times the usual quantity',
    pl: 'Krotność zwykłej ilości',
    ru: 'Во сколько раз больше обычного количества',
  },
  description: {
    en: 'The quantity divided by the median of the customer’s last purchases of this item, or of everybody’s last 64 where the customer has fewer than five.',
    pl: 'Ilość podzielona przez medianę ostatnich zakupów tego produktu przez klienta albo ostatnich 64 zakupów wszystkich, gdy klient ma ich mniej niż pięć.',
    ru: 'Количество, делённое на медиану последних покупок этого товара клиентом или последних 64 покупок всех, если у клиента их меньше пяти.',
  },
  compute(input, line) {
    if (line === null) throw new RangeError('quantityRatio speaks about lines')
    const { count, median } = input.usual.quantity(line)
    if (count < minimumHistory) return tooLittleHistory(count, minimumHistory)
    return {
      value: line.quantity / median,
      history: count,
      facts: { usual: median, purchases: count, whose: input.usual.whoseQuantity(line) },
    }
  },
  explain: {
    en: (s) =>
      `${quantity(s)} of “${item(s)}” is ${timesWords(s.value, 'en')} the usual ${usual(s)} (median of ${s.facts.whose === 'customer' ? 'this customer’s' : 'all customers’'} last ${s.facts.purchases} purchases of this item).`,
    pl: (s) =>
      `„${item(s)}”, ilość ${quantity(s)}: ${timesWords(s.value, 'pl')} tyle co zwykle, zwykle ${usual(s)} (mediana z ${s.facts.purchases} ostatnich zakupów tego produktu, ${s.facts.whose === 'customer' ? 'ten klient' : 'wszyscy klienci'}).`,
    ru: (s) =>
      `«${item(s)}», количество ${quantity(s)}: в ${timesWords(s.value, 'ru')} больше обычного, обычно ${usual(s)} (медиана, ${s.facts.purchases} ${s.format.plural(s.facts.purchases, { one: 'последняя покупка', few: 'последние покупки', other: 'последних покупок' })} этого товара, ${s.facts.whose === 'customer' ? 'этот клиент' : 'все клиенты'}).`,
  },
  question: {
    en: (s) => `The basket has ${quantity(s)} of “${item(s)}”. Is that how many you would like?`,
    pl: (s) => `W koszyku jest „${item(s)}” w ilości ${quantity(s)}. Czy ilość się zgadza?`,
    ru: (s) => `В корзине «${item(s)}», количество: ${quantity(s)}. Количество верно?`,
  },
  example: {
    title: { en: 'Usually 2, now 200', pl: 'Zwykle 2, teraz 200', ru: 'Обычно 2, сейчас 200' },
    history: exampleHistory(6, () => ({ channel: 'pos', lines: [exampleLine({ quantity: 2 })] })),
    transaction: exampleTransaction({
      id: 'far-too-many',
      channel: 'pos',
      lines: [exampleLine({ quantity: 200 })],
    }),
    level: 'line',
    value: 100,
  },
}
