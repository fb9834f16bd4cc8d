import { findItem } from './item-history.ts'
import { type ItemUsage } from './item-usage.ts'
import { findPayments } from './payment-history.ts'
import { type CustomerProfile } from './profile.ts'
import { shortKey } from './short-key.ts'
import { type Transaction, type TransactionLine } from './transaction.ts'
import { nothingUsual, sortedBefore, type Usual, usualBefore } from './usual.ts'

export interface UsualQuantity extends Usual {
  readonly whose: 'customer' | 'everybody'
}

/** So many own purchases of an item speak for the customer; below that everybody's do. */
const ownPurchases = 5

/**
 * What was usual when one transaction happened, worked out once however many signals ask. Lives as long as one evaluation:
 * the histories must not change meanwhile.
 */
export class UsualLookup {
  private amounts: Usual | null = null
  private quantities: UsualQuantity | null = null
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

  /** The amounts behind `amount`, ascending. */
  sortedAmounts(): number[] {
    const history = this.payments()
    return history === undefined
      ? []
      : sortedBefore(history, history.amounts, this.transaction.occurredAt, this.ownKey)
  }

  /** The customer's own prior quantities of this item where there are enough, else everybody's. */
  quantity(line: TransactionLine): UsualQuantity {
    if (this.quantities === null || this.quantitiesOf !== line) {
      this.quantities = this.workOutQuantity(line)
      this.quantitiesOf = line
    }
    return this.quantities
  }

  /** The quantities behind `quantity`, ascending. */
  sortedQuantities(line: TransactionLine): number[] {
    const own = this.quantity(line).whose === 'customer'
    const history = own ? this.own(line) : this.itemUsage(line.sku)
    return history === undefined
      ? []
      : sortedBefore(history, history.quantities, this.transaction.occurredAt, this.ownKey)
  }

  private payments() {
    const { channel, currency } = this.transaction
    return this.profile === null ? undefined : findPayments(this.profile.payments, channel, currency)
  }

  private own(line: TransactionLine) {
    return this.profile === null ? undefined : findItem(this.profile.items, shortKey(line.sku))
  }

  private workOutQuantity(line: TransactionLine): UsualQuantity {
    const at = this.transaction.occurredAt
    const own = this.own(line)
    if (own !== undefined && own.t.length >= ownPurchases) {
      const { count, median } = usualBefore(own, own.quantities, at, this.ownKey)
      if (count >= ownPurchases) return { count, median, whose: 'customer' }
    }
    const usage = this.itemUsage(line.sku)
    const { count, median } =
      usage === undefined ? nothingUsual : usualBefore(usage, usage.quantities, at, this.ownKey)
    return { count, median, whose: 'everybody' }
  }
}
