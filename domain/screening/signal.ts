import type { Language, Localized } from '../language/language.ts'
import type { MerchantCriteria } from './merchant-criteria.ts'
import type { CustomerProfile } from './profile.ts'
import type { Reading } from './reading.ts'
import type { ScreeningContext } from './screening-context.ts'
import type { SignalKey, SignalLevel } from './signal-key.ts'
import type { TextFormat } from './text-format.ts'
import type { Transaction, TransactionLine } from './transaction.ts'
import type { UsualLookup } from './usual-lookup.ts'

/** What was known when the transaction happened. Nothing in it may be changed by a signal. */
export interface SignalInput {
  readonly transaction: Transaction
  /** Short key of the evaluated transaction: its own traces in the histories are left out. */
  readonly ownKey: number
  readonly profile: CustomerProfile | null
  readonly usual: UsualLookup
  readonly criteria: MerchantCriteria
  readonly context: ScreeningContext
}

/** What the words of a signal are made of. */
export interface Situation<Facts> {
  readonly value: number
  readonly threshold: number
  readonly facts: Facts
  readonly transaction: Transaction
  /** `null` for a reading about the whole transaction. */
  readonly line: TransactionLine | null
  readonly format: TextFormat
}

/** One text in every language, made from a situation. A method's type, so that signals with different facts fit one registry. */
export type Words<Facts> = Readonly<Record<Language, { say(situation: Situation<Facts>): string }['say']>>

/** How a signal is drawn and cut into 256 steps; only values at or beyond `floor` can ever be a threshold. */
export interface SignalScale {
  readonly kind: 'linear' | 'log'
  readonly min: number
  readonly max: number
  readonly floor: number
}

export type SignalUnit =
  'minorUnits' | 'times' | 'closeness' | 'minutes' | 'weight' | 'km' | 'kmh' | 'steps' | 'strength'

/** Everything about one signal: nothing outside its file names it. */
export interface Signal<Facts = unknown> {
  readonly key: SignalKey
  readonly unit: SignalUnit
  /** The levels that `compute` answers for. */
  readonly levels: readonly SignalLevel[]
  readonly fires: 'atOrAbove' | 'atOrBelow'
  readonly scale: SignalScale
  /** Below so many earlier purchases the value is null; 0 where no history is needed. */
  readonly minimumHistory: number
  readonly label: Localized
  readonly description: Localized
  /** Pure, point in time: only what happened before the transaction. `line` is null for the transaction level. */
  compute(input: SignalInput, line: TransactionLine | null): Reading<Facts>
  /** For staff: why this was worth asking. */
  readonly explain: Words<Facts>
  /** For the customer: one question that accuses nobody. */
  readonly question: Words<Facts>
  readonly example: SignalExample
}

/** An example for the reference page and the tests: this history, then this transaction, gives this value. */
export interface SignalExample {
  readonly title: Localized
  readonly history: readonly Transaction[]
  readonly transaction: Transaction
  /** Where the value needs criteria. */
  readonly criteria?: MerchantCriteria
  readonly level: SignalLevel
  /** To the nearest whole number for distances and speeds. */
  readonly value: number
}
