import type { CompiledRuleSet } from './compile-rule-set.ts'
import { type Reading, tooLittleHistory } from './reading.ts'
import type { ScreeningContext } from './screening-context.ts'
import { shortKey } from './short-key.ts'
import type { Signal, SignalInput } from './signal.ts'
import type { SignalLevel } from './signal-key.ts'
import { lineSignals, transactionSignals } from './signal-slots.ts'
import type { Transaction, TransactionLine } from './transaction.ts'
import { UsualLookup } from './usual-lookup.ts'

interface StoredRow {
  readonly values: readonly (number | null)[]
  readonly histories: readonly (number | null)[]
}

/**
 * Readings made again from a stored row, as they were when the transaction came in. Facts are not stored with readings, only
 * with hits, so they are null. Why a value is unknown: too little history is stored; everything else can be told from the
 * transaction itself, by asking the signal without a history.
 */
export function storedReadings(
  stored: StoredRow,
  about: {
    readonly transaction: Transaction
    /** null for the row of the whole transaction. */
    readonly line: TransactionLine | null
    readonly ruleSet: CompiledRuleSet
    readonly context: ScreeningContext
  },
): Reading[] {
  const level: SignalLevel = about.line === null ? 'transaction' : 'line'
  const kinds: readonly Signal[] = level === 'line' ? lineSignals : transactionSignals
  return kinds.map((signal, slot) => {
    const value = stored.values[slot] ?? null
    const history = stored.histories[slot] ?? null
    if (value !== null) return { value, history, facts: null }
    if (history !== null) return tooLittleHistory(history, signal.minimumHistory)
    const unknown = signal.compute(withoutHistory(about), about.line)
    return unknown.value === null ? unknown : tooLittleHistory(0, signal.minimumHistory)
  })
}

function withoutHistory(about: {
  readonly transaction: Transaction
  readonly ruleSet: CompiledRuleSet
  readonly context: ScreeningContext
}): SignalInput {
  const ownKey = shortKey(about.transaction.id)
  return {
    transaction: about.transaction,
    ownKey,
    profile: null,
    usual: new UsualLookup(about.transaction, ownKey, null, () => undefined),
    criteria: about.ruleSet.criteria,
    context: about.context,
  }
}
