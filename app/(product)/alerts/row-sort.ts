import type { DataSort } from '@/app/components/data-table.tsx'
import type { RowSort } from '@/domain/metrics/row-list.ts'

/** The column by which rows are sorted, as the table marks it. */
export function sortOf(sort: RowSort): DataSort {
  if (sort === 'largest') return { key: 'size', direction: 'descending' }
  return { key: 'time', direction: sort === 'newest' ? 'descending' : 'ascending' }
}

/** The order that a pressed column asks for; by size only the largest come first. */
export function sortWith({ key, direction }: DataSort): RowSort {
  if (key === 'size') return 'largest'
  return direction === 'descending' ? 'newest' : 'oldest'
}
