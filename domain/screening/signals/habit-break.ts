import { exampleHistory, exampleLine, exampleTransaction } from '../example-transaction.ts'
import { findHabit, type HabitHistory } from '../habit-history.ts'
import { itemName } from '../naming.ts'
import { missing, tooLittleHistory } from '../reading.ts'
import { shortName } from '../short-key.ts'
import type { Signal, Situation } from '../signal.ts'

interface Facts {
  /** The attribute that is usual and that this item lacks; `null` when it lacks none. */
  readonly attribute: string | null
  readonly purchases: number
  readonly having: number
}

const minimumHistory = 5
/** Purchases without the attribute that everybody is credited with, so that few purchases make no strong habit. */
const prior = 1

/** How many purchases up to `at` (epoch milliseconds), other than the transaction `ownKey`, had all the attributes of `mask`. */
function countWith(mask: number, { t, k, bits }: HabitHistory, at: number, ownKey: number): number {
  let count = 0
  for (let i = 0; i < t.length; i++) if (t[i]! <= at && k[i] !== ownKey && (bits[i]! & mask) === mask) count++
  return count
}

const group = (s: Situation<Facts>) => s.line!.group!

/** How strong the habit is that this item breaks. */
export const habitBreak: Signal<Facts> = {
  key: 'habitBreak',
  unit: 'strength',
  levels: ['line'],
  fires: 'atOrAbove',
  scale: { kind: 'linear', min: 0, max: 1, floor: 0.5 },
  minimumHistory,
  label: { en: 'Habit broken', pl: 'Zmiana nawyku', ru: 'Отступление от привычки' },
  description: {
    en: 'The share of the customer’s purchases in the product group with an attribute that this item lacks, the strongest such attribute; one purchase without it is added, so that few purchases make no strong habit.',
    pl: 'Udział zakupów klienta w grupie produktów z cechą, której temu produktowi brakuje, dla najsilniejszej takiej cechy; dolicza się jeden zakup bez niej, żeby kilka zakupów nie było silnym nawykiem.',
    ru: 'Доля покупок клиента в группе товаров с признаком, которого нет у этого товара, для самого сильного такого признака; добавляется одна покупка без него, чтобы несколько покупок не считались сильной привычкой.',
  },
  compute({ transaction, profile, ownKey }, line) {
    if (line === null) throw new RangeError('habitBreak speaks about lines')
    if (line.group === null) return missing('noGroup')
    if (transaction.customerRef === null) return missing('noCustomer')
    const history = profile === null ? undefined : findHabit(profile.habits, line.group)
    if (history === undefined) return tooLittleHistory(0, minimumHistory)
    const purchases = countWith(0, history, transaction.occurredAt, ownKey)
    if (purchases < minimumHistory) return tooLittleHistory(purchases, minimumHistory)
    let attribute: string | null = null
    let having = 0
    for (const [bit, candidate] of history.attributes.entries()) {
      if (line.attributes.some((own) => shortName(own) === candidate)) continue
      const count = countWith(1 << bit, history, transaction.occurredAt, ownKey)
      if (count <= having) continue
      attribute = candidate
      having = count
    }
    return {
      value: having / (purchases + prior),
      history: purchases,
      facts: { attribute, purchases, having },
    }
  },
  explain: {
    en: (s) =>
      `“${itemName(s.line!)}” is not ${s.facts.attribute}, as ${s.facts.having} of the last ${s.facts.purchases} purchases of ${group(s)} were.`,
    pl: (s) =>
      `„${itemName(s.line!)}” nie ma cechy „${s.facts.attribute}”, którą miało ${s.facts.having} z ${s.facts.purchases} ostatnich zakupów (${group(s)}).`,
    ru: (s) =>
      `У «${itemName(s.line!)}» нет признака «${s.facts.attribute}», обычного для клиента: ${s.facts.having} из ${s.facts.purchases} последних покупок (${group(s)}).`,
  },
  question: {
    en: (s) =>
      `Usually it is ${s.facts.attribute} (${group(s)}), and “${itemName(s.line!)}” is not. Is that what you would like today?`,
    pl: (s) =>
      `Zwykle wybór to „${s.facts.attribute}” (${group(s)}), a „${itemName(s.line!)}” taki nie jest. Czy tak ma dziś być?`,
    ru: (s) =>
      `Обычно выбирается «${s.facts.attribute}» (${group(s)}), а «${itemName(s.line!)}» не такой товар. Сегодня так и нужно?`,
  },
  example: {
    title: {
      en: 'Regular instead of lactose-free milk',
      pl: 'Zwykłe mleko zamiast mleka bez laktozy',
      ru: 'Обычное молоко вместо безлактозного',
    },
    history: exampleHistory(9, () => ({
      channel: 'pos',
      lines: [exampleLine({ sku: 'milk-lf', group: 'milk', attributes: ['lactose-free'] })],
    })),
    transaction: exampleTransaction({
      id: 'regular-milk',
      channel: 'pos',
      lines: [exampleLine({ sku: 'milk', name: 'Milk 2 %', group: 'milk' })],
    }),
    level: 'line',
    value: 0.9,
  },
}
