import type { Localized } from '../../language/language.ts'
import { exampleHistory, exampleTransaction } from '../example-transaction.ts'
import { minorDigits } from '../minor-digits.ts'
import { counterpartyName, itemName } from '../naming.ts'
import { missing, type Reading, tooLittleHistory } from '../reading.ts'
import type { Signal, SignalInput, Situation } from '../signal.ts'
import type { TransactionLine } from '../transaction.ts'
import { type Slip, type Undone, undoSlip } from '../undo-slip.ts'

interface Facts {
  /** `null` when no slip leads to anything usual: the value is then 0. */
  readonly slip: Slip | null
  /** Minor units at the transaction's level, a quantity at a line's. */
  readonly meant: number
}

const minimumHistory = 5
/** Nearer to the median than this nothing can be a slip; saves the search for nearly every payment. */
const near = 4

const noSlip: Facts = { slip: null, meant: 0 }

function ofAmount({ transaction, usual }: SignalInput): Reading<Facts> {
  if (transaction.customerRef === null) return missing('noCustomer')
  const { count, median } = usual.amount()
  if (count < minimumHistory) return tooLittleHistory(count, minimumHistory)
  if (isNear(transaction.amountMinor, median)) return reading(null, count)
  const unit = 10 ** (minorDigits(transaction.currency) ?? 2)
  return reading(undoSlip(transaction.amountMinor, usual.priorAmounts(), unit), count)
}

function ofQuantity({ usual }: SignalInput, line: TransactionLine): Reading<Facts> {
  const { count, median } = usual.quantity(line)
  if (count < minimumHistory) return tooLittleHistory(count, minimumHistory)
  if (isNear(line.quantity, median)) return reading(null, count)
  return reading(undoSlip(line.quantity, usual.priorQuantities(line), 1), count)
}

function isNear(entered: number, median: number): boolean {
  const times = entered / median
  return times < near && times > 1 / near
}

function reading(undone: Undone | null, history: number): Reading<Facts> {
  if (undone === null) return { value: 0, history, facts: noSlip }
  return { value: undone.closeness, history, facts: { slip: undone.slip, meant: undone.meant } }
}

const slipNames: Readonly<Record<Slip, Localized>> = {
  extraZero: { en: 'one zero too many', pl: 'o jedno zero za dużo', ru: 'лишний ноль' },
  droppedZero: { en: 'one zero too few', pl: 'o jedno zero za mało', ru: 'пропущенный ноль' },
  movedSeparator: { en: 'a moved decimal point', pl: 'przesunięty przecinek', ru: 'сдвинутая запятая' },
  doubledDigit: { en: 'a doubled digit', pl: 'podwojona cyfra', ru: 'удвоенная цифра' },
  insertedDigit: { en: 'an additional digit', pl: 'dodatkowa cyfra', ru: 'лишняя цифра' },
  droppedDigit: { en: 'a missing digit', pl: 'brakująca cyfra', ru: 'пропущенная цифра' },
  swappedDigits: {
    en: 'two digits swapped',
    pl: 'zamienione miejscami dwie cyfry',
    ru: 'переставленные цифры',
  },
}

function said(s: Situation<Facts>, value: number): string {
  return s.line === null ? s.format.money(value, s.transaction.currency) : s.format.number(value, 3)
}
const entered = (s: Situation<Facts>) => said(s, s.line?.quantity ?? s.transaction.amountMinor)
const meant = (s: Situation<Facts>) => said(s, s.facts.meant)
const about = (s: Situation<Facts>) => {
  const name = s.line === null ? counterpartyName(s.transaction) : itemName(s.line)
  return name === null ? '' : ` (${name})`
}

/** How near the amount or quantity comes to a usual one after undoing one slip of the hand, and which slip. */
export const digitSlip: Signal<Facts> = {
  key: 'digitSlip',
  unit: 'closeness',
  levels: ['transaction', 'line'],
  fires: 'atOrAbove',
  scale: { kind: 'linear', min: 0, max: 1, floor: 0.5 },
  minimumHistory,
  label: { en: 'Slip of a digit', pl: 'Pomyłka w cyfrach', ru: 'Ошибка в цифрах' },
  description: {
    en: 'How near (0 to 1) the amount or quantity comes to a usual one after undoing one slip: a zero or digit too many or too few, a doubled digit, a moved separator, two digits swapped. 0 when the value is usual as it stands.',
    pl: 'Jak blisko (od 0 do 1) zwykłej kwoty lub ilości jest wartość po cofnięciu jednej pomyłki: zera lub cyfry za dużo albo za mało, podwojonej cyfry, przesuniętego przecinka, zamiany dwóch cyfr. 0, gdy wartość jest zwykła.',
    ru: 'Насколько (от 0 до 1) сумма или количество близки к обычным, если отменить одну ошибку: лишний или пропущенный ноль или цифру, удвоенную цифру, сдвинутую запятую, перестановку двух цифр. 0, если значение обычное.',
  },
  compute: (input, line) => (line === null ? ofAmount(input) : ofQuantity(input, line)),
  explain: {
    en: (s) =>
      `${entered(s)}${about(s)} looks like ${meant(s)}, which is usual here, with ${slipNames[s.facts.slip!].en}.`,
    pl: (s) =>
      `${entered(s)}${about(s)} wygląda jak zwykłe tutaj ${meant(s)} (możliwe: ${slipNames[s.facts.slip!].pl}).`,
    ru: (s) =>
      `${entered(s)}${about(s)} похоже на обычное здесь ${meant(s)} (возможно: ${slipNames[s.facts.slip!].ru}).`,
  },
  question: {
    en: (s) => `Just to be sure${about(s)}: is it ${entered(s)}, or ${meant(s)}?`,
    pl: (s) => `Dla pewności${about(s)}: ma być ${entered(s)} czy ${meant(s)}?`,
    ru: (s) => `Уточним на всякий случай${about(s)}: ${entered(s)} или ${meant(s)}?`,
  },
  example: {
    title: { en: 'One zero too many', pl: 'O jedno zero za dużo', ru: 'Лишний ноль' },
    history: exampleHistory(8, () => ({ amountMinor: 120_000 })),
    transaction: exampleTransaction({ id: 'extra-zero', amountMinor: 1_200_000 }),
    level: 'transaction',
    value: 1,
  },
}
