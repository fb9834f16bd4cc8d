import { exampleTransaction, exampleTime } from '../example-transaction.ts'
import { minutesWords } from '../minutes-words.ts'
import { counterpartyName, itemName } from '../naming.ts'
import { missing, type Reading } from '../reading.ts'
import { counterpartyKey, recentHours } from '../recent-purchases.ts'
import { shortKey } from '../short-key.ts'
import type { Signal, SignalInput, Situation } from '../signal.ts'
import type { TransactionLine } from '../transaction.ts'

interface Facts {
  /** Epoch milliseconds of the earlier one. */
  readonly earlierAt: number
}

const horizonMs = recentHours * 3_600_000

function ofPayment({ transaction, profile, ownKey }: SignalInput): Reading<Facts> {
  if (transaction.customerRef === null) return missing('noCustomer')
  const to = counterpartyKey(transaction)
  if (to === null) return missing('noCounterparty')
  if (profile === null) return missing('noEarlierPayment')
  const recent = profile.recentPayments
  const earliest = transaction.occurredAt - horizonMs
  for (let i = recent.t.length - 1; i >= 0 && recent.t[i]! >= earliest; i--) {
    if (recent.to[i] !== to || recent.amounts[i] !== transaction.amountMinor || recent.k[i] === ownKey)
      continue
    if (recent.t[i]! <= transaction.occurredAt) return since(recent.t[i]!, transaction.occurredAt)
  }
  return missing('noEarlierPayment')
}

function ofItem({ transaction, profile, ownKey }: SignalInput, line: TransactionLine): Reading<Facts> {
  if (transaction.customerRef === null) return missing('noCustomer')
  if (profile === null || profile.recentBaskets.length === 0) return missing('noEarlierPayment')
  let item: number | null = null
  const earliest = transaction.occurredAt - horizonMs
  for (let i = profile.recentBaskets.length - 1; i >= 0; i--) {
    const basket = profile.recentBaskets[i]!
    if (basket.t < earliest) break
    if (basket.t > transaction.occurredAt || basket.k === ownKey) continue
    item ??= shortKey(line.sku)
    for (let j = 0; j < basket.items.length; j++) {
      if (basket.items[j] !== item || basket.quantities[j] !== line.quantity) continue
      return since(basket.t, transaction.occurredAt)
    }
  }
  return missing('noEarlierPayment')
}

function since(earlierAt: number, at: number): Reading<Facts> {
  return { value: (at - earlierAt) / 60_000, history: null, facts: { earlierAt } }
}

const paid = (s: Situation<Facts>) => s.format.money(s.transaction.amountMinor, s.transaction.currency)
const to = (s: Situation<Facts>) => {
  const name = counterpartyName(s.transaction)
  return name === null ? '' : ` (${name})`
}
const bought = (s: Situation<Facts>, open: string, close: string) =>
  `${s.format.number(s.line!.quantity, 3)} × ${open}${itemName(s.line!)}${close}`
const when = (s: Situation<Facts>) => s.format.moment(s.facts.earlierAt)

/** Minutes since the customer paid the same payee the same amount, or bought the same item in the same quantity on another receipt. */
export const repeat: Signal<Facts> = {
  key: 'repeat',
  unit: 'minutes',
  levels: ['transaction', 'line'],
  fires: 'atOrBelow',
  scale: { kind: 'log', min: 0.1, max: recentHours * 60, floor: recentHours * 60 },
  minimumHistory: 0,
  label: {
    en: 'Minutes since the same purchase',
    pl: 'Minuty od takiego samego zakupu',
    ru: 'Минут после такой же покупки',
  },
  description: {
    en: 'Minutes since the same customer paid the same payee the same amount, or bought the same item in the same quantity on another receipt; looks back one day.',
    pl: 'Minuty od chwili, gdy ten sam klient zapłacił temu samemu odbiorcy tę samą kwotę albo kupił ten sam produkt w tej samej ilości na innym paragonie; najdalej doba wstecz.',
    ru: 'Минуты с момента, когда тот же клиент заплатил тому же получателю ту же сумму или купил тот же товар в том же количестве по другому чеку; не дальше суток назад.',
  },
  compute: (input, line) => (line === null ? ofPayment(input) : ofItem(input, line)),
  explain: {
    en: (s) =>
      s.line === null
        ? `The same ${paid(s)}${to(s)} was paid ${minutesWords(s.value, 'en')} earlier (${when(s)}).`
        : `${bought(s, '“', '”')} was bought ${minutesWords(s.value, 'en')} earlier on another receipt (${when(s)}).`,
    pl: (s) =>
      s.line === null
        ? `Taką samą kwotę ${paid(s)}${to(s)} zapłacono ${minutesWords(s.value, 'pl')} wcześniej (${when(s)}).`
        : `${bought(s, '„', '”')} kupiono już ${minutesWords(s.value, 'pl')} wcześniej na innym paragonie (${when(s)}).`,
    ru: (s) =>
      s.line === null
        ? `Такая же сумма ${paid(s)}${to(s)} была уплачена ${minutesWords(s.value, 'ru')} раньше (${when(s)}).`
        : `${bought(s, '«', '»')}: то же куплено ${minutesWords(s.value, 'ru')} раньше по другому чеку (${when(s)}).`,
  },
  question: {
    en: (s) =>
      s.line === null
        ? `${paid(s)}${to(s)} was already paid ${minutesWords(s.value, 'en')} earlier. Would you like to pay it once more?`
        : `${bought(s, '“', '”')} is already on a receipt from ${minutesWords(s.value, 'en')} earlier. Would you like it once more?`,
    pl: (s) =>
      s.line === null
        ? `Płatność ${paid(s)}${to(s)} została już wykonana ${minutesWords(s.value, 'pl')} wcześniej. Czy wykonać ją jeszcze raz?`
        : `${bought(s, '„', '”')} jest już na paragonie sprzed chwili (${minutesWords(s.value, 'pl')} wcześniej). Czy dodać jeszcze raz?`,
    ru: (s) =>
      s.line === null
        ? `Платёж ${paid(s)}${to(s)} уже выполнен ${minutesWords(s.value, 'ru')} раньше. Выполнить его ещё раз?`
        : `${bought(s, '«', '»')} уже есть в чеке (${minutesWords(s.value, 'ru')} раньше). Добавить ещё раз?`,
  },
  example: {
    title: { en: 'Paid twice', pl: 'Zapłacono dwa razy', ru: 'Оплачено дважды' },
    history: [
      exampleTransaction({
        id: 'first',
        occurredAt: exampleTime - 12 * 60_000,
        payee: { ref: 'gas', name: 'Gas works' },
      }),
    ],
    transaction: exampleTransaction({ id: 'second', payee: { ref: 'gas', name: 'Gas works' } }),
    level: 'transaction',
    value: 12,
  },
}
