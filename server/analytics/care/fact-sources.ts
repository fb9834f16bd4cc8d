import { type ClientBase } from 'pg'
import { caseColumns, flowColumns, promiseColumns } from '../../../domain/metrics/care/case-columns.ts'
import { type ColumnSpec, type RowOfSpec } from '../../../domain/metrics/care/columns.ts'
import { handoffColumns } from '../../../domain/metrics/care/handoff-columns.ts'
import { timeOf } from '../../../domain/metrics/care/care-metric.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { type OfCase } from './of-case.ts'
import { readDueCases, readOpenedCases, readResolvedCases } from './read-case-facts.ts'
import { readFlowFacts } from './read-flow-facts.ts'
import { readHandoffFacts } from './read-handoff-facts.ts'
import { readPromiseFacts } from './read-promise-facts.ts'

/** Where the rows of one kind of chunk come from: the tables themselves, for the rows that count in a stretch of time. */
export interface FactSource<Spec extends ColumnSpec> {
  readonly spec: Spec
  readonly read: (client: ClientBase, range: Interval) => Promise<readonly RowOfSpec<Spec>[]>
}

/** Every kind of chunk, one line each. */
export const factSources = {
  handoffs: { spec: handoffColumns, read: readHandoffFacts },
  cases: { spec: caseColumns, read: readOpenedCases },
  resolved: { spec: caseColumns, read: readResolvedCases },
  due: { spec: caseColumns, read: readDueCases },
  flow: { spec: flowColumns, read: readFlowFacts },
  promises: { spec: promiseColumns, read: readPromiseFacts },
} as const

export type ChunkKind = keyof typeof factSources
export type SpecOf<Kind extends ChunkKind> = (typeof factSources)[Kind]['spec']

/** The rows of a kind that count in a stretch of time, in the order of the instant that they count at. */
export async function readFacts(client: ClientBase, kind: ChunkKind, range: Interval) {
  const facts = (await factSources[kind].read(client, range)) as OfCase<Facts>[]
  const at = timeOf[kind]
  return facts.sort((left, right) => Number(left[at]) - Number(right[at]))
}

type Facts = Readonly<Record<string, string | number | boolean | null>>

export const chunkKinds = Object.keys(factSources) as readonly ChunkKind[]
