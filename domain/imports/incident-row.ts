import { type CaseLogMapping, caseLogColumns } from './case-log-mapping.ts'
import type { RowProblem } from './row.ts'

type Column = keyof CaseLogMapping['columns']

/** One update of one incident. What the file does not know is null. Instants in epoch milliseconds. */
export interface IncidentRow {
  /** Line of the file; the header is line 1. */
  readonly line: number
  readonly number: string
  readonly state: string
  /** How often it was reopened so far; null: the file does not count. */
  readonly reopens: number | null
  readonly modification: number
  /** Whether the other system's own target still held. */
  readonly madeTarget: boolean | null
  readonly caller: string | null
  readonly openedAt: number | null
  readonly updatedAt: number
  readonly contactType: string | null
  readonly category: string | null
  readonly priority: string | null
  readonly group: string | null
  readonly assignee: string | null
  readonly closedCode: string | null
}

/** Names of the mapping's columns that a header lacks. */
export function missingIncidentColumns(header: readonly string[], mapping: CaseLogMapping): string[] {
  return caseLogColumns(mapping).filter((name) => !header.includes(name))
}

/**
 * Makes a reader of records by their header. A record that cannot be placed (no number, no readable time, another number
 * of columns) is a problem with its reason; unknown values are not.
 */
export function createIncidentRowReader(
  header: readonly string[],
  mapping: CaseLogMapping,
  readInstant: (text: string) => number | null,
): (record: readonly string[], line: number) => IncidentRow | RowProblem {
  const { columns } = mapping
  const place = Object.fromEntries(
    Object.entries(columns).map(([column, name]) => [column, header.indexOf(name)]),
  ) as Partial<Record<Column, number>>
  const unknown = new Set(['', ...mapping.unknown])
  return (record, line) => {
    if (record.length !== header.length) {
      return {
        code: 'wrongColumnCount',
        reason: `${record.length} columns where the header has ${header.length}`,
      }
    }
    const known = (column: Column) => {
      const at = place[column]
      const text = at === undefined ? '' : (record[at]?.trim() ?? '')
      return unknown.has(text) ? null : text
    }
    const number = known('case')
    if (number === null) return { code: 'noTransactionId', reason: `${columns.case} is empty` }
    const updatedAt = readInstant(known('updatedAt') ?? '')
    const openedAt = columns.openedAt === undefined ? null : readInstant(known('openedAt') ?? '')
    if (updatedAt === null || (columns.openedAt !== undefined && openedAt === null)) {
      const column = updatedAt === null ? columns.updatedAt : columns.openedAt
      return { code: 'noTime', reason: `${column} is not a time such as ${exampleOf[mapping.timeFormat]}` }
    }
    return {
      ...{ line, number, openedAt, updatedAt },
      state: known('state') ?? '',
      reopens: columns.reopens === undefined ? null : countOf(known('reopens')),
      modification: countOf(known('order')),
      madeTarget: truthOf(known('withinTarget')),
      caller: known('customer'),
      contactType: known('channel'),
      category: known('category'),
      priority: known('priority'),
      group: known('desk'),
      assignee: known('person'),
      closedCode: known('closeCode'),
    }
  }
}

const exampleOf = {
  iso: '2016-02-29 01:16',
  dayMonthYear: '29/2/2016 01:16',
  monthDayYear: '2/29/2016 01:16',
} as const satisfies Record<CaseLogMapping['timeFormat'], string>

function countOf(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0
}

function truthOf(text: string | null): boolean | null {
  return text === null ? null : text.toLowerCase() === 'true'
}
