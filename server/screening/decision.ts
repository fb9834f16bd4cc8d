import { type Localized } from '../../domain/language/language.ts'
import { type SignalKey } from '../../domain/screening/signal-key.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'

/** A transaction that somebody wants to know about now. */
export interface DecisionRequest {
  readonly transaction: Transaction
  readonly bodyHash: string
  /** The answer is kept under this key of an API key, in the same statement as the decision. */
  readonly idempotency: IdempotencyClaim | null
}

export interface IdempotencyClaim {
  readonly apiKeyId: string
  readonly key: string
  /** SHA-256 of the request, lower-case hexadecimal. */
  readonly bodyHash: string
}

/** What the sender is told. */
export interface Decision {
  readonly transactionId: string
  readonly status: 'new' | 'duplicate' | 'superseding'
  readonly decision: 'proceed' | 'ask'
  readonly alert: null | {
    readonly id: string
    readonly reference: string
    /** About this transaction, also when it joined an alert that was raised a moment ago. */
    readonly question: Localized
    readonly hits: readonly DecisionHit[]
  }
  /** In each signal's own unit; null: not known. */
  readonly signals: {
    readonly transaction: SignalValues
    readonly lines: readonly ({ readonly line: number } & SignalValues)[]
  }
  readonly ruleSetVersion: number
}

export interface DecisionHit {
  readonly rule: string
  readonly signal: SignalKey
  /** The line that it is about; null: the whole transaction. */
  readonly line: number | null
  readonly value: number
  readonly threshold: number
  readonly severity: string
  readonly explanation: Localized
}

export type SignalValues = Readonly<Partial<Record<SignalKey, number | null>>>

export interface Decided {
  readonly decision: Decision
  /** The stored answer to the same Idempotency-Key. */
  readonly replayed: boolean
  /** For a duplicate: what its first sender was told. */
  readonly firstStatus?: 'new' | 'superseding'
}
