import { type Localized } from '../language/language.ts'
import { type MerchantCriteria } from './merchant-criteria.ts'
import { type SignalKey, type SignalLevel } from './signal-key.ts'
import { type Channel } from './transaction.ts'

export const severities = ['low', 'medium', 'high'] as const
export type Severity = (typeof severities)[number]

/** One threshold over one signal. */
export interface Rule {
  /** Stable, kebab-case: alerts and metrics name it. */
  readonly key: string
  readonly name: Localized
  readonly signal: SignalKey
  readonly level: SignalLevel
  readonly enabled: boolean
  readonly severity: Severity
  readonly thresholds: Thresholds
  /** By currency, minor units: below it the rule does not fire. A currency that is not named has no minimum. */
  readonly minimumAmountMinor?: Readonly<Record<string, number>>
  /** At least the signal's own minimum history. */
  readonly minimumHistory?: number
  /** Instead of the signal's question; may contain {amount}, {to}, {item}, {quantity}. */
  readonly questions?: Localized
}

/** `null` means: does not fire there. */
export interface Thresholds {
  readonly default: number | null
  /** The override that names most counts; currency before segment before channel. */
  readonly overrides: readonly ThresholdOverride[]
}

export interface ThresholdOverride {
  readonly segment?: string
  readonly currency?: string
  readonly channel?: Channel
  readonly value: number | null
}

/** A complete, numbered set of rules; what is approved, activated and named by every decision. */
export interface RuleSet {
  readonly version: number
  readonly rules: readonly Rule[]
  readonly merchantCriteria?: MerchantCriteria
  /** Epoch milliseconds. */
  readonly createdAt: number
}
