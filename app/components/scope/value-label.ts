import type { FilterDimensionKey } from '@/domain/metrics/dimensions.ts'

/** The words of a dimension's value in the reader's language: a rule's name instead of its key. */
export type ValueLabel = (dimension: FilterDimensionKey, value: string) => string
