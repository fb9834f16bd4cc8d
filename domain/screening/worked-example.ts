import type { Language } from '../language/language.ts'
import { emptyItemUsage, type ItemUsage, rememberItem } from './item-usage.ts'
import { noMerchantCriteria } from './merchant-criteria.ts'
import { emptyProfile, remember } from './profile.ts'
import type { Reading } from './reading.ts'
import { plainContext } from './screening-context.ts'
import { shortKey } from './short-key.ts'
import type { Signal } from './signal.ts'
import { textFormat } from './text-format.ts'
import type { Transaction } from './transaction.ts'
import { UsualLookup } from './usual-lookup.ts'

/** A signal's own example, worked out by its own code, in one language. */
export interface WorkedExample {
  readonly title: string
  /** How many earlier transactions the customer has in it. */
  readonly earlier: number
  readonly transaction: Transaction
  readonly value: number
  readonly explanation: string
  readonly question: string
}

/**
 * Works out the example of a signal with a threshold at its own value; times in `zone` (IANA). Throws RangeError when the example has
 * no value: then the signal and its documentation disagree.
 */
export function workedExample(signal: Signal, language: Language, zone: string): WorkedExample {
  const { example } = signal
  const { transaction } = example
  const line = example.level === 'line' ? (transaction.lines[0] ?? null) : null
  const reading = read(signal)
  if (reading.value === null) throw new RangeError(`The example of ${signal.key} has no value`)
  const situation = {
    value: reading.value,
    threshold: example.value,
    facts: reading.facts,
    transaction,
    line,
    format: textFormat(language, zone),
  }
  return {
    title: example.title[language],
    earlier: example.history.length,
    transaction,
    value: reading.value,
    explanation: signal.explain[language](situation),
    question: signal.question[language](situation),
  }
}

function read(signal: Signal): Reading {
  const { history, transaction, criteria, level } = signal.example
  const profile = emptyProfile()
  const items = new Map<string, ItemUsage>()
  for (const earlier of history) {
    if (earlier.customerRef === transaction.customerRef) remember(profile, earlier)
    for (const { sku, quantity } of earlier.lines) {
      const usage = items.get(sku) ?? emptyItemUsage()
      items.set(sku, usage)
      rememberItem(usage, { transactionId: earlier.id, occurredAt: earlier.occurredAt, quantity })
    }
  }
  const itemUsage = (sku: string) => items.get(sku)
  const ownKey = shortKey(transaction.id)
  return signal.compute(
    {
      transaction,
      ownKey,
      profile,
      usual: new UsualLookup(transaction, ownKey, profile, itemUsage),
      criteria: criteria ?? noMerchantCriteria,
      context: plainContext,
    },
    level === 'line' ? (transaction.lines[0] ?? null) : null,
  )
}
