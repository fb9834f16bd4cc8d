import type { Turn } from '../case-state.ts'

/**
 * The life of a case as another system's log tells it. Such a log knows at which desk the case was and who had it, and says
 * nothing of offers, briefs or of the customer being served; its order of events need not be one that our state machine
 * allows (a case that moves on before anybody took it). It is kept as it is: rows follow from it directly. Instants are
 * epoch milliseconds.
 */
export interface CaseLog {
  /** The other system's id of the case. */
  readonly externalId: string
  readonly customerRef: string
  readonly openedAt: number
  readonly kind: string
  readonly channel: string
  readonly summary: string
  readonly priority: string | null
  readonly category: string | null
  readonly closeCode: string | null
  /** Whether the other system says that its target was missed; null when it does not say. */
  readonly breached: boolean | null
  /** In order; never empty. The first begins with the case. */
  readonly stays: readonly LogStay[]
  /** Whose turn it became, in order; before the first it is ours. */
  readonly turns: readonly LogTurn[]
  /** In order; never empty. */
  readonly cycles: readonly LogCycle[]
}

/** The time from which on the case was at one desk. */
export interface LogStay {
  readonly desk: string
  readonly from: number
  /** Who had it there, in order; the first entry is the acceptance. Empty: nobody of this desk took it. */
  readonly persons: readonly LogPerson[]
}

export interface LogPerson {
  readonly at: number
  readonly person: string
}

export interface LogTurn {
  readonly at: number
  readonly turn: Turn
  /** The other system's own word for it. */
  readonly reason: string
}

export interface LogCycle {
  readonly startedAt: number
  readonly resolvedAt: number | null
}

/** When the log's last word about the case being worked on was said: its last resolution; null while a cycle is open. */
export function endOfLog({ cycles }: CaseLog): number | null {
  return cycles.at(-1)?.resolvedAt ?? null
}
