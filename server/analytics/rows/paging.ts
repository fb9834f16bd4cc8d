import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type RowSort } from '../../../domain/metrics/row-list.ts'
import { type Selection } from '../selection.ts'
import { type Sql, instant, sql } from '../../db/sql.ts'

/** Where a page begins: behind the row with this sort value and tie. */
const cursorSchema = z.tuple([z.int(), z.string()])

export type Cursor = z.output<typeof cursorSchema>

/** One page of a selection. */
export interface Paging extends Selection {
  readonly sort: RowSort
  readonly after: Cursor | null
  readonly limit: number
}

/** What a row brings along for the cursor of the next page. */
export const placeSchema = z.object({
  /** Epoch ms, or minor units or a number where the largest comes first. */
  place: z.int(),
  tie: z.string(),
})

/** A list's columns to sort by; `tie` is text and makes the order total. */
export interface SortColumns {
  readonly time: Sql
  readonly size: Sql
  readonly tie: Sql
}

/** The condition that skips earlier pages, and what comes behind WHERE: order and limit. */
export function pageSql(paging: Paging, columns: SortColumns) {
  const column = paging.sort === 'largest' ? columns.size : columns.time
  const tie = sql`${columns.tie} COLLATE "C"`
  const ascending = paging.sort === 'oldest'
  return {
    place: sql`${placeOf(paging.sort, column)} AS place, ${columns.tie} AS tie`,
    behind: paging.after === null ? sql`true` : behind(paging, paging.after, column, tie),
    order: ascending
      ? sql`ORDER BY ${column}, ${tie} LIMIT ${paging.limit}`
      : sql`ORDER BY ${column} DESC, ${tie} DESC LIMIT ${paging.limit}`,
  }
}

/** The cursor as an opaque text for URLs and answers. */
export function formatCursor({ place, tie }: z.output<typeof placeSchema>): string {
  return Buffer.from(JSON.stringify([place, tie])).toString('base64url')
}

/** @throws AppError `invalidInput` for anything that `formatCursor` did not make. */
export function parseCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new AppError('invalidInput', {
      userMessage: 'This page of the list cannot be found again. Start from the first one.',
      problems: [{ path: 'cursor', code: 'unreadable', message: 'Not a cursor of this list' }],
      cause,
    })
  }
}

function behind(paging: Paging, [place, tieValue]: Cursor, column: Sql, tie: Sql): Sql {
  const value = paging.sort === 'largest' ? sql`${place}::bigint` : instant(place)
  return paging.sort === 'oldest'
    ? sql`(${column}, ${tie}) > (${value}, ${tieValue}::text)`
    : sql`(${column}, ${tie}) < (${value}, ${tieValue}::text)`
}

function placeOf(sort: RowSort, column: Sql): Sql {
  return sort === 'largest' ? sql`${column}::bigint` : sql`(extract(epoch FROM ${column}) * 1000)::bigint`
}
