/** Which of the rows that a figure counts: all, those that met it, those that missed it. */
export const careParts = ['counted', 'met', 'missed'] as const
export type CarePart = (typeof careParts)[number]

/** One row behind a figure. Instants are epoch ms, `durationMs` is what a duration's figure counts of it. */
export interface CareRow {
  readonly caseId: string
  readonly reference: string
  /** Of a case of another system: its id there. */
  readonly externalId: string | null
  readonly at: number
  readonly fromDesk: string | null
  readonly desk: string
  readonly kind: string
  readonly channel: string
  readonly priority: string
  readonly segment: string
  readonly state: string
  /** met, missed: of a rate. ended, open: of a duration. counted: of a count. */
  readonly judged: 'met' | 'missed' | 'ended' | 'open' | 'counted'
  readonly durationMs: number | null
  /** Of an index only: the row's own, a multiple of what is usual. */
  readonly index: number | null
}

/** Narrows the backlog to a cell of the ageing table. */
export interface BacklogCell {
  /** Whose turn it is; null: anybody's. */
  readonly turn: string | null
  /** The place of the age's bucket from 0; null: any age. */
  readonly age: number | null
}

/** Whether a judgement belongs to a part: what ended stands with what met, what is open with what missed. */
export function isPart(judged: CareRow['judged'], part: CarePart): boolean {
  if (part === 'counted') return true
  return part === 'met' ? judged === 'met' || judged === 'ended' : judged === 'missed' || judged === 'open'
}
