import { z } from 'zod'
import { type DimensionKey } from '../../../domain/metrics/dimensions.ts'
import { type Counted } from '../../../domain/metrics/figure-of.ts'
import { type Selection } from '../selection.ts'

/** What a counting query is asked: the selection, the edges of its buckets and what to split by. */
export interface Counting extends Selection {
  /** Starts of the buckets, epoch ms, in order; the last bucket ends with the range. Never empty. */
  readonly edges: readonly number[]
  readonly split: DimensionKey | null
  /** The clock, epoch ms: what is still open is counted until then. */
  readonly now: number
}

/** One count. `bucket` is 1-based; null is the whole range. `part` is null when nothing is split. */
export const countSchema = z.object({
  bucket: z.int().nullable(),
  part: z.string().nullable(),
  /** The count; of a share its numerator. */
  value: z.int(),
  /** Of a share its denominator. */
  n: z.int().nullable(),
})

/** Metrics that are more than a count or a share bring what their figure is worked out from. */
export type Count = z.output<typeof countSchema> & Omit<Counted, 'value' | 'n'>
