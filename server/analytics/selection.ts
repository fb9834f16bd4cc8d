import { type Filter } from '../../domain/metrics/filter.ts'
import { type Interval } from '../../domain/time/interval.ts'

/** Which events a query reads: those of a range that all filters let through. */
export interface Selection {
  readonly range: Interval
  /** IANA zone of the dimension "hour of the week". */
  readonly zone: string
  readonly filters: readonly Filter[]
}
