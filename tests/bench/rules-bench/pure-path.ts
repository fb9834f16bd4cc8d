import { type CompiledRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { composeQuestion } from '../../../domain/screening/compose-question.ts'
import { explainHit } from '../../../domain/screening/explain-hit.ts'
import { emptyItemUsage, type ItemUsage, rememberItem } from '../../../domain/screening/item-usage.ts'
import { type CustomerProfile, emptyProfile, remember } from '../../../domain/screening/profile.ts'
import { screen, type Screening } from '../../../domain/screening/screen.ts'
import { plainContext } from '../../../domain/screening/screening-context.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { languages } from '../../../domain/language/language.ts'

/** Everything that the product does for a transaction without I/O: signals, rules, words for hits, update of the histories. */
export class PurePath {
  readonly profiles = new Map<string, CustomerProfile>()
  readonly items = new Map<string, ItemUsage>()
  /** So that no text is made for nothing. */
  characters = 0
  asked = 0

  constructor(readonly ruleSet: CompiledRuleSet) {}

  private readonly itemUsage = (sku: string): ItemUsage | undefined => this.items.get(sku)

  take(transaction: Transaction): Screening {
    const profile = this.profileOf(transaction.customerRef)
    const screening = screen({
      transaction,
      profile,
      itemUsage: this.itemUsage,
      ruleSet: this.ruleSet,
      context: plainContext,
      now: transaction.occurredAt,
    })
    if (screening.decision === 'ask') this.word(screening, transaction)
    if (profile !== null) remember(profile, transaction)
    for (const line of transaction.lines) {
      let usage = this.items.get(line.sku)
      if (usage === undefined) this.items.set(line.sku, (usage = emptyItemUsage()))
      rememberItem(usage, {
        transactionId: transaction.id,
        occurredAt: transaction.occurredAt,
        quantity: line.quantity,
      })
    }
    return screening
  }

  private profileOf(customerRef: string | null): CustomerProfile | null {
    if (customerRef === null) return null
    let profile = this.profiles.get(customerRef)
    if (profile === undefined) this.profiles.set(customerRef, (profile = emptyProfile()))
    return profile
  }

  private word(screening: Screening, transaction: Transaction): void {
    this.asked++
    const options = { timeZone: 'Europe/Warsaw', ruleSet: this.ruleSet }
    for (const hit of screening.hits) {
      for (const language of languages) {
        this.characters += explainHit(hit, transaction, language, options).length
      }
    }
    this.characters += composeQuestion(screening.hits, transaction, options).pl.length
  }
}
