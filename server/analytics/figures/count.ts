import { z } from 'zod'
import { type DimensionKey } from '../../../domain/metrics/dimensions.ts'
import { type Selection } from '../selection.ts'

/** What a counting query is asked: the selection, the edges of its buckets and what to split by. */
export interface Counting extends Selection {
  /** Starts of the buckets, epoch ms, in order; the last bucket ends with the range. Never empty. */
  readonly edges: readonly number[]
  readonly split: DimensionKey | null
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

export type Count = z.output<typeof countSchema>
