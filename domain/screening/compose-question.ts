import { type Localized } from '../language/language.ts'
import { type CompiledRuleSet } from './compile-rule-set.ts'
import { type Hit } from './screen.ts'
import { type Transaction } from './transaction.ts'

/** The one question to the customer, about the most serious hit, in every language. `hits` must not be empty. */
export declare function composeQuestion(
  hits: readonly Hit[],
  transaction: Transaction,
  options: { readonly timeZone: string; readonly ruleSet: CompiledRuleSet },
): Localized
