import { exampleHistory, exampleLine, exampleTransaction } from '../example-transaction.ts'
import { itemName } from '../naming.ts'
import { missing, tooLittleHistory } from '../reading.ts'
import type { Signal, Situation } from '../signal.ts'
import { findSizes } from '../size-history.ts'
import { sizePosition } from '../size-systems.ts'

interface Facts {
  /** The nearest usual size, as it was written. */
  readonly usual: string
  readonly purchases: number
}

const minimumHistory = 3
/** A size that makes up such a share of the purchases is usual too: whoever buys for two has two usual sizes. */
const usualShare = 0.25

/** The positions of earlier purchases in ascending order while one reading is made; a history holds at most 24. */
const ascending = new Float64Array(64)

function insertAscending(count: number, position: number): void {
  let i = count
  for (; i > 0 && ascending[i - 1]! > position; i--) ascending[i] = ascending[i - 1]!
  ascending[i] = position
}

/** The usual size nearest to `position`; usual are the median one of the `count` earlier ones and every one that is bought often. */
function nearestUsual(count: number, position: number): number {
  const often = Math.max(2, usualShare * count)
  let nearest = ascending[count >> 1]!
  for (let begin = 0, end = 0; begin < count; begin = end) {
    const candidate = ascending[begin]!
    while (end < count && ascending[end] === candidate) end++
    if (end - begin < often) continue
    if (Math.abs(candidate - position) < Math.abs(nearest - position)) nearest = candidate
  }
  return nearest
}

const steps = (s: Situation<Facts>) => s.format.number(s.value, 1)

/** Steps between this size and the customer's usual size in the category. */
export const sizeGap: Signal<Facts> = {
  key: 'sizeGap',
  unit: 'steps',
  levels: ['line'],
  fires: 'atOrAbove',
  scale: { kind: 'linear', min: 0, max: 16, floor: 1 },
  minimumHistory,
  label: {
    en: 'Steps from the usual size',
    pl: 'Różnica od zwykłego rozmiaru',
    ru: 'Отличие от обычного размера',
  },
  description: {
    en: 'Steps between this size and the nearest usual size of the customer in the category: the median one, or one that makes up at least a quarter of the purchases. Women’s clothes go in steps of 2: from 38 to 44 there are 3.',
    pl: 'Liczba stopni między tym rozmiarem a najbliższym zwykłym rozmiarem klienta w kategorii: medianą albo rozmiarem co najmniej co czwartego zakupu. Odzież damska stopniuje się co 2: od 38 do 44 są 3 stopnie.',
    ru: 'Число шагов между этим размером и ближайшим обычным размером клиента в категории: медианным или тем, который встречается хотя бы в четверти покупок. Женская одежда идёт с шагом 2: от 38 до 44 три шага.',
  },
  compute({ transaction, profile, ownKey }, line) {
    if (line === null) throw new RangeError('sizeGap speaks about lines')
    if (line.size === null || line.category === null) return missing('noSize')
    if (transaction.customerRef === null) return missing('noCustomer')
    const read = sizePosition(line.category, line.size)
    if (read === null) return missing('sizeNotComparable')
    const history = profile === null ? undefined : findSizes(profile.sizes, line.category, read.system)
    if (history === undefined) return tooLittleHistory(0, minimumHistory)
    const { t, k, positions, labels } = history
    const isBefore = (i: number) => t[i]! <= transaction.occurredAt && k[i] !== ownKey
    let purchases = 0
    for (let i = 0; i < t.length; i++) if (isBefore(i)) insertAscending(purchases++, positions[i]!)
    if (purchases < minimumHistory) return tooLittleHistory(purchases, minimumHistory)
    const nearest = nearestUsual(purchases, read.position)
    let last = t.length - 1
    while (positions[last] !== nearest || !isBefore(last)) last--
    const usual = labels[last]!
    return { value: Math.abs(nearest - read.position), history: purchases, facts: { usual, purchases } }
  },
  explain: {
    en: (s) =>
      `“${itemName(s.line!)}” in size ${s.line!.size}: ${steps(s)} ${s.format.plural(s.value, { one: 'step', other: 'steps' })} from the usual ${s.facts.usual} (${s.facts.purchases} purchases).`,
    pl: (s) =>
      `„${itemName(s.line!)}” w rozmiarze ${s.line!.size}: ${steps(s)} ${s.format.plural(s.value, { one: 'stopień', few: 'stopnie', many: 'stopni', other: 'stopnia' })} od zwykłego ${s.facts.usual} (${s.facts.purchases} ${s.format.plural(s.facts.purchases, { one: 'zakup', few: 'zakupy', many: 'zakupów', other: 'zakupu' })}).`,
    ru: (s) =>
      `«${itemName(s.line!)}», размер ${s.line!.size}: ${steps(s)} ${s.format.plural(s.value, { one: 'шаг', few: 'шага', many: 'шагов', other: 'шага' })} от обычного ${s.facts.usual} (${s.facts.purchases} ${s.format.plural(s.facts.purchases, { one: 'покупка', few: 'покупки', many: 'покупок', other: 'покупки' })}).`,
  },
  question: {
    en: (s) =>
      `Usually it is size ${s.facts.usual}, and “${itemName(s.line!)}” here is size ${s.line!.size}. Is that the size you would like?`,
    pl: (s) =>
      `Zwykle jest to rozmiar ${s.facts.usual}, a „${itemName(s.line!)}” ma rozmiar ${s.line!.size}. Czy to właściwy rozmiar?`,
    ru: (s) =>
      `Обычно это размер ${s.facts.usual}, а «${itemName(s.line!)}» здесь размера ${s.line!.size}. Это нужный размер?`,
  },
  example: {
    title: {
      en: 'A blouse in 44 instead of 38',
      pl: 'Bluzka w rozmiarze 44 zamiast 38',
      ru: 'Блузка размера 44 вместо 38',
    },
    history: exampleHistory(5, () => ({
      channel: 'pos',
      lines: [exampleLine({ category: 'blouse', size: '38' })],
    })),
    transaction: exampleTransaction({
      id: 'blouse-44',
      channel: 'pos',
      lines: [exampleLine({ category: 'blouse', size: '44' })],
    }),
    level: 'line',
    value: 3,
  },
}
