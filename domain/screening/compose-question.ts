import type { Language, Localized } from '../language/language.ts'
import type { CompiledRuleSet } from './compile-rule-set.ts'
import { situationOf } from './explain-hit.ts'
import type { Hit } from './hit.ts'
import { counterpartyName, itemName } from './naming.ts'
import type { QuestionPlaceholder } from './question-placeholders.ts'
import type { Signal, Situation } from './signal.ts'
import { signals } from './signals.ts'
import type { Transaction } from './transaction.ts'

/**
 * The one question to the customer, about the most serious hit, in every language: the organisation's own words where the
 * rule has them, else the signal's. Throws RangeError when there is no hit to ask about.
 */
export function composeQuestion(
  hits: readonly Hit[],
  transaction: Transaction,
  options: { readonly timeZone: string; readonly ruleSet: CompiledRuleSet },
): Localized {
  const hit = hits[0]
  if (hit === undefined) throw new RangeError('A question needs a hit to ask about')
  const signal: Signal = signals[hit.signal]
  const own = options.ruleSet.rules.find((rule) => rule.key === hit.rule)?.questions
  const inLanguage = (language: Language) => {
    const situation = situationOf(hit, transaction, language, options.timeZone)
    return own === undefined ? signal.question[language](situation) : fill(own[language], situation)
  }
  return { en: inLanguage('en'), pl: inLanguage('pl'), ru: inLanguage('ru') }
}

function fill(text: string, { transaction, line, format }: Situation<unknown>): string {
  const facts: Readonly<Record<QuestionPlaceholder, string>> = {
    amount: format.money(line?.amountMinor ?? transaction.amountMinor, transaction.currency),
    to: counterpartyName(transaction) ?? '',
    item: line === null ? '' : itemName(line),
    quantity: line === null ? '' : format.number(line.quantity, 3),
  }
  // While somebody still writes it, a name may be none of ours.
  return text.replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.hasOwn(facts, name) ? facts[name as QuestionPlaceholder] : written,
  )
}
