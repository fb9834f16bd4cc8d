import { findItem } from './item-history.ts'
import type { ItemUsage } from './item-usage.ts'
import { findPayments } from './payment-history.ts'
import type { CustomerProfile } from './profile.ts'
import { shortKey } from './short-key.ts'
import type { Transaction, TransactionLine } from './transaction.ts'
import { nothingUsual, valuesBefore, type Usual, usualBefore } from './usual.ts'

/** So many own purchases of an item speak for the customer; below that everybody's do. */
const ownPurchases = 5

/**
 * What was usual when one transaction happened, worked out once however many signals ask. Lives as long as one evaluation:
 * the histories must not change meanwhile.
 */
export class UsualLookup {
  private amounts: Usual | null = null
  private quantities: Usual = nothingUsual
  private quantitiesAreOwn = false
  private quantitiesOf: TransactionLine | null = null

  constructor(
    private readonly transaction: Transaction,
    private readonly ownKey: number,
    private readonly profile: CustomerProfile | null,
    private readonly itemUsage: (sku: string) => ItemUsage | undefined,
  ) {}

  /** The customer's prior payments of this kind, minor units. */
  amount(): Usual {
    if (this.amounts === null) {
      const history = this.payments()
      this.amounts =
        history === undefined
          ? nothingUsual
          : usualBefore(history, history.amounts, this.transaction.occurredAt, this.ownKey)
    }
    return this.amounts
  }

  /** The amounts behind `amount`, oldest first. */
  priorAmounts(): number[] {
    const history = this.payments()
    return history === undefined
      ? []
      : valuesBefore(history, history.amounts, this.transaction.occurredAt, this.ownKey)
  }

  /** The customer's own prior quantities of this item where there are enough, else everybody's; `whoseQuantity` says which. */
  quantity(line: TransactionLine): Usual {
    if (this.quantitiesOf !== line) {
      this.workOutQuantity(line)
      this.quantitiesOf = line
    }
    return this.quantities
  }

  whoseQuantity(line: TransactionLine): 'customer' | 'everybody' {
    this.quantity(line)
    return this.quantitiesAreOwn ? 'customer' : 'everybody'
  }

  /** The quantities behind `quantity`, oldest first. */
  priorQuantities(line: TransactionLine): number[] {
    const own = this.whoseQuantity(line) === 'customer'
    const history = own ? this.own(line) : this.itemUsage(line.sku)
    return history === undefined
      ? []
      : valuesBefore(history, history.quantities, this.transaction.occurredAt, this.ownKey)
  }

  private payments() {
    const { channel, currency } = this.transaction
    return this.profile === null ? undefined : findPayments(this.profile.payments, channel, currency)
  }

  private own(line: TransactionLine) {
    return this.profile === null ? undefined : findItem(this.profile.items, shortKey(line.sku))
  }

  private workOutQuantity(line: TransactionLine): void {
    const at = this.transaction.occurredAt
    const own = this.own(line)
    if (own !== undefined && own.t.length >= ownPurchases) {
      this.quantities = usualBefore(own, own.quantities, at, this.ownKey)
      this.quantitiesAreOwn = this.quantities.count >= ownPurchases
      if (this.quantitiesAreOwn) return
    }
    const usage = this.itemUsage(line.sku)
    this.quantities =
      usage === undefined ? nothingUsual : usualBefore(usage, usage.quantities, at, this.ownKey)
    this.quantitiesAreOwn = false
  }
}
