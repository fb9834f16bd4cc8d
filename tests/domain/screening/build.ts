import { compileRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { emptyItemUsage, type ItemUsage, rememberItem } from '../../../domain/screening/item-usage.ts'
import { type MerchantCriteria, noMerchantCriteria } from '../../../domain/screening/merchant-criteria.ts'
import { type CustomerProfile, emptyProfile, remember } from '../../../domain/screening/profile.ts'
import { type Reading } from '../../../domain/screening/reading.ts'
import { screen, type Screening } from '../../../domain/screening/screen.ts'
import { plainContext, type ScreeningContext } from '../../../domain/screening/screening-context.ts'
import { type SignalKey, type SignalLevel } from '../../../domain/screening/signal-key.ts'
import { slotsOfLevel } from '../../../domain/screening/signal-slots.ts'
import { type Transaction, type TransactionLine } from '../../../domain/screening/transaction.ts'

export const now = Date.UTC(2026, 4, 4, 12)
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export function payment(over: Partial<Transaction> = {}): Transaction {
  return {
    id: 'now',
    customerRef: 'c-1',
    segment: null,
    language: null,
    occurredAt: now,
    channel: 'transfer',
    amountMinor: 10_000,
    currency: 'PLN',
    payee: null,
    merchant: null,
    place: null,
    cardPresent: null,
    lines: [],
    ...over,
  }
}

export function line(over: Partial<TransactionLine> = {}): TransactionLine {
  return {
    lineNo: 1,
    sku: 'sku-1',
    name: null,
    category: null,
    group: null,
    quantity: 1,
    unitPrice: '10.00',
    amountMinor: 1_000,
    size: null,
    attributes: [],
    ...over,
  }
}

export function basket(over: Partial<Transaction>, ...lines: TransactionLine[]): Transaction {
  return payment({ channel: 'pos', currency: 'PLN', lines, ...over })
}

/** One a day, the last one the day before `now`. */
export function daily(count: number, make: (i: number) => Transaction): Transaction[] {
  return Array.from({ length: count }, (_, i) => ({
    ...make(i),
    id: `earlier-${i}`,
    occurredAt: now - (count - i) * day,
  }))
}

export interface Known {
  readonly profile: CustomerProfile
  readonly items: Map<string, ItemUsage>
}

/** Histories after these transactions, in the order given, as the server keeps them. */
export function known(history: readonly Transaction[]): Known {
  const profile = emptyProfile()
  const items = new Map<string, ItemUsage>()
  for (const one of history) {
    if (one.customerRef === 'c-1' || one.customerRef === 'example-customer') remember(profile, one)
    for (const { sku, quantity } of one.lines) {
      const usage = items.get(sku) ?? emptyItemUsage()
      items.set(sku, usage)
      rememberItem(usage, { transactionId: one.id, occurredAt: one.occurredAt, quantity })
    }
  }
  return { profile, items }
}

export interface World {
  readonly history?: readonly Transaction[]
  readonly criteria?: MerchantCriteria
  readonly context?: Partial<ScreeningContext>
}

const defaults = defaultRuleSet(0)

/** The screening of a transaction after a history, by the default rules. */
export function screenAfter(transaction: Transaction, world: World = {}): Screening {
  const { profile, items } = known(world.history ?? [])
  return screen({
    transaction,
    profile,
    itemUsage: (sku) => items.get(sku),
    ruleSet: compileRuleSet({ ...defaults, merchantCriteria: world.criteria ?? noMerchantCriteria }),
    context: { ...plainContext, ...world.context },
    now: transaction.occurredAt,
  })
}

/** What one signal says after a history; at the line level about the first line. */
export function read(
  signal: SignalKey,
  level: SignalLevel,
  transaction: Transaction,
  world: World = {},
): Reading {
  const screening = screenAfter(transaction, world)
  const slot = slotsOfLevel(level).indexOf(signal)
  const readings = level === 'transaction' ? screening.readings : screening.lineReadings[0]!
  return readings[slot]!
}
