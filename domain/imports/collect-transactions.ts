import type { Channel, Transaction, TransactionLine } from '../screening/transaction.ts'
import type { ImportedTransaction } from './imported-transaction.ts'
import type { Row, RowProblem } from './row.ts'

interface Draft {
  readonly first: Row
  readonly lines: TransactionLine[]
  readonly serviceLines: Set<number>
  readonly lineTimes: Map<number, number>
  amountMinor: number
}

const noAttributes: readonly string[] = []
const noServices: ReadonlySet<number> = new Set()
const noTimes: ReadonlyMap<number, number> = new Map()

/** Gathers rows into transactions, wherever in the file they stand. */
export interface TransactionCollector {
  /** Takes the row in, or says why it does not fit the rows of its transaction before it. */
  add(row: Row): RowProblem | null
  /** In the order of their times, then of their first lines. A transaction's time is that of its first row. */
  finish(): ImportedTransaction[]
}

export function createTransactionCollector(channel: Channel): TransactionCollector {
  const drafts = new Map<string, Draft>()
  return {
    add(row) {
      const draft = drafts.get(row.transactionId)
      if (draft === undefined) {
        const fresh: Draft = {
          first: row,
          lines: [],
          serviceLines: new Set(),
          lineTimes: new Map(),
          amountMinor: 0,
        }
        drafts.set(row.transactionId, fresh)
        addLine(fresh, row)
        return null
      }
      const problem = misfit(draft.first, row)
      if (problem === null) addLine(draft, row)
      return problem
    },
    finish() {
      const all = [...drafts.values()].map((draft) => finishDraft(draft, channel))
      drafts.clear()
      return all.sort((a, b) => a.transaction.occurredAt - b.transaction.occurredAt || a.line - b.line)
    },
  }
}

function misfit(first: Row, row: Row): RowProblem | null {
  const id = row.transactionId
  if (row.sku === null) {
    return { code: 'repeatedId', reason: `${id} stands on line ${first.line} already` }
  }
  if (row.customerRef !== first.customerRef) {
    return { code: 'otherCustomer', reason: `${id} has another customer on line ${first.line}` }
  }
  if (row.currency !== first.currency) {
    return { code: 'otherCurrency', reason: `${id} has another currency on line ${first.line}` }
  }
  return null
}

function addLine(draft: Draft, row: Row) {
  draft.amountMinor += row.amountMinor
  if (row.sku === null) return
  const lineNo = draft.lines.length + 1
  if (row.occurredAt !== draft.first.occurredAt) draft.lineTimes.set(lineNo, row.occurredAt)
  if (row.service) draft.serviceLines.add(lineNo)
  draft.lines.push({
    lineNo,
    sku: row.sku,
    name: row.name,
    category: row.category,
    group: row.group,
    quantity: row.quantity,
    unitPrice: row.unitPrice,
    amountMinor: row.amountMinor,
    size: row.size,
    attributes: noAttributes,
  })
}

function finishDraft(draft: Draft, channel: Channel): ImportedTransaction {
  const { first, lines } = draft
  const transaction: Transaction = {
    id: first.transactionId,
    customerRef: first.customerRef,
    segment: first.segment,
    language: null,
    occurredAt: first.occurredAt,
    channel,
    amountMinor: draft.amountMinor,
    currency: first.currency,
    payee: first.payee,
    merchant: first.merchant,
    place: null,
    cardPresent: null,
    lines,
  }
  return {
    kind: first.kind,
    transaction,
    serviceLines: draft.serviceLines.size === 0 ? noServices : draft.serviceLines,
    lineTimes: draft.lineTimes.size === 0 ? noTimes : draft.lineTimes,
    line: first.line,
  }
}
