import { type TakeBack } from '../../../domain/imports/take-back-ledger.ts'
import { type ScreenedRows } from '../rows.ts'
import { copyLine, type CopyValue } from './copy-rows.ts'
import { type KnownHistories } from './known-histories.ts'

/** Rows of one table in COPY's text format. */
export interface TableRows {
  readonly columns: readonly string[]
  readonly lines: readonly string[]
}

/** What a chunk writes. */
export interface EncodedRows {
  readonly transactions: TableRows
  readonly transaction_lines: TableRows
  readonly alerts: TableRows
  readonly alert_hits: TableRows
  readonly held_back_hits: TableRows
  readonly dirty_slots: TableRows
  /** Sorted by customer; `version` is the next one. */
  readonly profiles: TableRows
  /** Sorted by item. */
  readonly usages: TableRows
  readonly takeBacks: readonly TakeBack[]
}

interface TableDraft {
  columns: readonly string[]
  lines: string[]
}

export interface RowsDraft {
  readonly tables: Readonly<
    Record<'transactions' | 'transaction_lines' | 'alerts' | 'alert_hits' | 'held_back_hits', TableDraft>
  >
  readonly slots: Set<string>
  readonly takeBacks: TakeBack[]
  /** Adds the histories that the chunk changed, as they are now. `now` in epoch milliseconds. */
  finish(chunk: number, known: KnownHistories, now: number): EncodedRows
}

export function startRows(): RowsDraft {
  const table = (): TableDraft => ({ columns: [], lines: [] })
  const tables = {
    transactions: table(),
    transaction_lines: table(),
    alerts: table(),
    alert_hits: table(),
    held_back_hits: table(),
  }
  const slots = new Set<string>()
  const takeBacks: TakeBack[] = []
  return {
    tables,
    slots,
    takeBacks,
    finish: (chunk, known, now) => ({
      ...tables,
      dirty_slots: { columns: ['slot'], lines: [...slots].sort().map((slot) => `${slot}\n`) },
      ...encodeHistories(chunk, known, now),
      takeBacks,
    }),
  }
}

export function encodeRows(draft: RowsDraft, rows: ScreenedRows, takeBacks: readonly TakeBack[]) {
  append(draft.tables.transactions, rows.transaction)
  for (const line of rows.lines) append(draft.tables.transaction_lines, line)
  if (rows.alert !== null) append(draft.tables.alerts, rows.alert)
  for (const hit of rows.hits) append(draft.tables.alert_hits, hit)
  for (const one of rows.heldBack) append(draft.tables.held_back_hits, one)
  for (const slot of rows.dirtySlots) draft.slots.add(slot)
  draft.takeBacks.push(...takeBacks)
}

/** Every row of one table is made by one function, so that its members are always in one order. */
function append(table: TableDraft, row: Readonly<Record<string, unknown>>) {
  if (table.columns.length === 0) table.columns = Object.keys(row)
  table.lines.push(copyLine(Object.values(row).map(toCopyValue)))
}

function toCopyValue(value: unknown): CopyValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value
  }
  if (Array.isArray(value)) return value.map(String)
  return JSON.stringify(value)
}

function encodeHistories(chunk: number, known: KnownHistories, now: number) {
  const updatedAt = new Date(now).toISOString()
  const { customerRefs, skus } = known.touchedBy(chunk)
  const profiles: string[] = []
  for (const ref of customerRefs.sort()) {
    const customer = known.customers.get(ref)!
    customer.version++
    const { segment, language, profile, version } = customer
    profiles.push(copyLine([ref, segment, language, JSON.stringify(profile), version, updatedAt]))
  }
  const usages = skus.sort().map((sku) => copyLine([sku, JSON.stringify(known.usages.get(sku)!), updatedAt]))
  return {
    profiles: {
      columns: ['customer_ref', 'segment', 'language', 'profile', 'version', 'updated_at'],
      lines: profiles,
    },
    usages: { columns: ['sku', 'usage', 'updated_at'], lines: usages },
  }
}
