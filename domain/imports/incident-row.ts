import { type RowProblem } from './row.ts'

/** The columns that the preset reads; a file without one of them is refused. */
export const incidentColumns = [
  'number',
  'incident_state',
  'reopen_count',
  'sys_mod_count',
  'made_sla',
  'caller_id',
  'opened_at',
  'sys_updated_at',
  'contact_type',
  'category',
  'priority',
  'assignment_group',
  'assigned_to',
  'closed_code',
] as const

type Column = (typeof incidentColumns)[number]

/** One update of one incident. What the file does not know (`?` or nothing) is null. Instants in epoch milliseconds. */
export interface IncidentRow {
  /** Line of the file; the header is line 1. */
  readonly line: number
  readonly number: string
  readonly state: string
  readonly reopens: number
  readonly modification: number
  /** Whether ServiceNow's own target still held. */
  readonly madeTarget: boolean | null
  readonly caller: string | null
  readonly openedAt: number
  readonly updatedAt: number
  readonly contactType: string | null
  readonly category: string | null
  readonly priority: string | null
  readonly group: string | null
  readonly assignee: string | null
  readonly closedCode: string | null
}

/** Names of the preset's columns that a header lacks. */
export function missingIncidentColumns(header: readonly string[]): string[] {
  return incidentColumns.filter((name) => !header.includes(name))
}

/**
 * Makes a reader of records by their header. A record that cannot be placed (no number, no readable time, another number
 * of columns) is a problem with its reason; unknown values are not.
 */
export function createIncidentRowReader(
  header: readonly string[],
  readInstant: (text: string) => number | null,
): (record: readonly string[], line: number) => IncidentRow | RowProblem {
  const place = Object.fromEntries(incidentColumns.map((name) => [name, header.indexOf(name)])) as Record<
    Column,
    number
  >
  return (record, line) => {
    if (record.length !== header.length) {
      return {
        code: 'wrongColumnCount',
        reason: `${record.length} columns where the header has ${header.length}`,
      }
    }
    const known = (column: Column) => {
      const text = record[place[column]]?.trim() ?? ''
      return text === '' || text === '?' ? null : text
    }
    const number = known('number')
    if (number === null) return { code: 'noTransactionId', reason: 'The incident has no number' }
    const openedAt = readInstant(known('opened_at') ?? '')
    const updatedAt = readInstant(known('sys_updated_at') ?? '')
    if (openedAt === null || updatedAt === null) {
      const column = openedAt === null ? 'opened_at' : 'sys_updated_at'
      return { code: 'noTime', reason: `${column} is not a time such as 29/2/2016 01:16` }
    }
    return {
      ...{ line, number, openedAt, updatedAt },
      state: known('incident_state') ?? '',
      reopens: countOf(known('reopen_count')),
      modification: countOf(known('sys_mod_count')),
      madeTarget: truthOf(known('made_sla')),
      caller: known('caller_id'),
      contactType: known('contact_type'),
      category: known('category'),
      priority: known('priority'),
      group: known('assignment_group'),
      assignee: known('assigned_to'),
      closedCode: known('closed_code'),
    }
  }
}

function countOf(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0
}

function truthOf(text: string | null): boolean | null {
  return text === null ? null : text.toLowerCase() === 'true'
}
