import type { Localized } from '../language/language.ts'
import { counterpartyName } from '../screening/naming.ts'
import { textFormat } from '../screening/text-format.ts'
import type { Transaction } from '../screening/transaction.ts'

/** What a customer is asked about a transaction of the random sample: nothing stands out, so nothing is suggested. */
export function sampleQuestion(transaction: Transaction, timeZone: string): Localized {
  const name = counterpartyName(transaction)
  const about = name === null ? '' : ` (${name})`
  const money = (language: keyof Localized) =>
    textFormat(language, timeZone).money(transaction.amountMinor, transaction.currency)
  return {
    en: `You paid ${money('en')}${about}. Is everything as you meant it?`,
    pl: `To płatność na kwotę ${money('pl')}${about}. Czy wszystko jest tak, jak trzeba?`,
    ru: `Это платёж на сумму ${money('ru')}${about}. Всё так, как вы хотели?`,
  }
}
