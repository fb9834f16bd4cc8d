import type { Signal } from './signal.ts'
import { type SignalKey, signalKeys, type SignalLevel } from './signal-key.ts'
import { signals } from './signals.ts'

function slotsOf(level: SignalLevel): readonly SignalKey[] {
  return signalKeys.filter((key) => (signals[key] as Signal).levels.includes(level))
}

/** Which signal stands at which place among a transaction's readings. */
export const transactionSlots = slotsOf('transaction')

/** Which signal stands at which place among a line's readings. */
export const lineSlots = slotsOf('line')

export function slotsOfLevel(level: SignalLevel): readonly SignalKey[] {
  return level === 'transaction' ? transactionSlots : lineSlots
}

export const transactionSignals: readonly Signal[] = transactionSlots.map((key) => signals[key])

export const lineSignals: readonly Signal[] = lineSlots.map((key) => signals[key])
