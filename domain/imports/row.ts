import type { RejectCode } from './reject-reason.ts'

/** A row of the file, understood: a line of a basket, or a whole payment (`sku` null). */
export interface Row {
  /** Line of the file; the header is line 1. */
  readonly line: number
  readonly transactionId: string
  readonly kind: 'purchase' | 'cancellation'
  readonly customerRef: string | null
  readonly segment: string | null
  /** Epoch milliseconds. */
  readonly occurredAt: number
  readonly currency: string
  readonly sku: string | null
  readonly name: string | null
  readonly category: string | null
  readonly group: string | null
  readonly size: string | null
  /** Negative in a cancellation. */
  readonly quantity: number
  /** Decimal string. */
  readonly unitPrice: string
  /** Minor units; negative in a cancellation. */
  readonly amountMinor: number
  /** Not goods: kept, never asked about. */
  readonly service: boolean
  readonly payee: { readonly ref: string; readonly name: string | null } | null
  readonly merchant: {
    readonly ref: string
    readonly name: string | null
    readonly country: string | null
    readonly mcc: string | null
  } | null
}

/** Why a row is not kept; the file's line and words are added by the caller. */
export interface RowProblem {
  readonly code: RejectCode
  readonly reason: string
}
