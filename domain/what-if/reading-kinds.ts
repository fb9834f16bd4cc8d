import type { SignalKey, SignalLevel } from '../screening/signal-key.ts'
import { lineSlots, transactionSlots } from '../screening/signal-slots.ts'

/** One column of stored readings: a signal at one level. */
export interface ReadingKind {
  readonly level: SignalLevel
  readonly signal: SignalKey
  /** Its place among the stored values of its level. */
  readonly slot: number
}

/** Every column of readings, a transaction's before a line's. */
export const readingKinds: readonly ReadingKind[] = [
  ...transactionSlots.map((signal, slot) => ({ level: 'transaction' as const, signal, slot })),
  ...lineSlots.map((signal, slot) => ({ level: 'line' as const, signal, slot })),
]

export function kindOf(level: SignalLevel, signal: SignalKey): number {
  return readingKinds.findIndex((kind) => kind.level === level && kind.signal === signal)
}
