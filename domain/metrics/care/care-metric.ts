import type { SpokenOf } from '../../cases/spoken-spans.ts'
import type { Localized } from '../../language/language.ts'
import type { Direction } from '../../statistics/compare.ts'
import type { ObservedDuration } from '../../statistics/kaplan-meier.ts'
import type { CareDimensionKey } from '../dimensions.ts'
import type { CaseChunk, FlowColumns, PromiseColumns } from './case-columns.ts'
import type { Chunk } from './columns.ts'
import type { HandoffChunk } from './handoff-columns.ts'
import type { UsualEfforts } from './usual-effort.ts'

/** What one of the things counted is. */
export type CareUnit = 'handoffs' | 'cases' | 'promises' | 'share' | 'duration' | 'distribution' | 'index'

/** The lists of rows that figures of handoffs and cases open. */
export const careRowKinds = ['handoffs', 'cases', 'flow', 'promises', 'memos'] as const
export type CareRowKind = (typeof careRowKinds)[number]

/**
 * What a row is judged by besides itself. Judgements are kept (`judge-rows.ts`), so ask for as little as possible: a row that was
 * judged without the clock, or by an instant that has passed, is settled and not judged again.
 */
export interface CareContext {
  /** The clock, epoch ms. */
  readonly now: number
  /** now > instant */
  readonly hasPassed: (instant: number) => boolean
  /** now >= instant */
  readonly hasReached: (instant: number) => boolean
  /** Business ms of a desk since an instant until now; an emergency's desks never close. */
  readonly businessSince: (desk: string, emergency: boolean, since: number) => number
  /** What customers usually go through with a case; null: not known, or not asked for (`index` alone asks). */
  readonly usual: UsualEfforts | null
}

interface Chunks {
  readonly handoffs: HandoffChunk
  /** By opening. */
  readonly cases: CaseChunk
  /** By first resolution. */
  readonly resolved: CaseChunk
  /** By target. */
  readonly due: CaseChunk
  readonly flow: Chunk<FlowColumns>
  readonly promises: Chunk<PromiseColumns>
}

export type FactKind = keyof Chunks

/** Which instant of a row decides whether it lies in the range. */
export const timeOf = {
  handoffs: 'offeredAt',
  cases: 'openedAt',
  resolved: 'firstResolvedAt',
  due: 'targetAt',
  flow: 'at',
  promises: 'dueAt',
} as const satisfies Record<FactKind, string>

/**
 * How a metric judges a row. rate: counted and met, counted and missed, or (null) not counted. duration: ended or open, or (null)
 * not counted. count: counted or not. distribution: a number, or (null) not counted. index: a multiple of what is usual, or (null)
 * not counted. Figures and the lists of their rows ask the same function, which is why they agree.
 */
export type CareMeasure = {
  [Facts in FactKind]:
    | ({ readonly facts: Facts } & {
        readonly kind: 'rate'
        readonly of: (chunk: Chunks[Facts], row: number, context: CareContext) => boolean | null
      })
    | ({ readonly facts: Facts } & {
        readonly kind: 'duration'
        readonly of: (chunk: Chunks[Facts], row: number, context: CareContext) => ObservedDuration | null
      })
    | ({ readonly facts: Facts } & {
        readonly kind: 'count'
        readonly of: (chunk: Chunks[Facts], row: number, context: CareContext) => boolean
      })
    | ({ readonly facts: Facts } & {
        readonly kind: 'distribution' | 'index'
        readonly of: (chunk: Chunks[Facts], row: number, context: CareContext) => number | null
      })
}[FactKind]

/** What is asked of the rows as they are at one moment (backlog, silent cases) has no judge of single rows. */
export interface LiveMeasure {
  readonly kind: 'live'
}

/** One measure of handoffs or cases: tile, chart, rows, export and its explanation are derived from this entry. */
export interface CareMetric {
  /** Grows by one when the formula changes: figures of two versions are not compared. */
  readonly version: number
  readonly unit: CareUnit
  readonly direction: Direction
  readonly basis: 'event' | 'cohort'
  readonly total: 'sum' | 'own'
  readonly rows: CareRowKind
  /** Which stretch of a case a row of it speaks of; the case's page shows it. */
  readonly speaksOf: SpokenOf
  readonly source: string
  readonly formula: Localized
  readonly exclusions: Localized
  readonly dimensions: readonly CareDimensionKey[]
  readonly name: Localized
  readonly description: Localized
  readonly measure: CareMeasure | LiveMeasure
}
