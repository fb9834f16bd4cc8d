import type { ImportedTransaction } from './imported-transaction.ts'

/** A purchase line that a cancellation took back in full. */
export interface TakeBack {
  readonly customerRef: string
  readonly transactionId: string
  readonly lineNo: number
  readonly sku: string
  /** The cancellation and its line. */
  readonly by: string
  readonly byLine: number
  /** Epoch milliseconds of the cancellation's line. */
  readonly at: number
  /** Whether nothing of the purchase is left. */
  readonly wholePurchase: boolean
}

/**
 * Finds which purchase lines a cancellation takes back: those of the same customer, item and quantity that happened before it or
 * at its very time and that no earlier cancellation took back. A customer who bought the same twice and cancelled once took
 * both back by this rule; nothing in such a file tells which one was meant.
 */
export interface TakeBackLedger {
  /** Transactions in the order of their times. */
  add(imported: ImportedTransaction): TakeBack[]
}

interface OpenLine {
  readonly purchase: OpenPurchase
  readonly lineNo: number
}

interface OpenPurchase {
  readonly id: string
  linesLeft: number
}

interface Cancellation {
  readonly id: string
  readonly lineNo: number
  readonly at: number
}

export function createTakeBackLedger(): TakeBackLedger {
  const open = new Map<string, OpenLine[]>()
  const latest = new Map<string, Cancellation>()

  return {
    add({ kind, transaction, lineTimes }) {
      const { customerRef, id, occurredAt } = transaction
      if (customerRef === null) return []
      const taken: TakeBack[] = []
      const take = (line: OpenLine, sku: string, by: Cancellation) => {
        line.purchase.linesLeft--
        taken.push({
          customerRef,
          transactionId: line.purchase.id,
          lineNo: line.lineNo,
          sku,
          by: by.id,
          byLine: by.lineNo,
          at: by.at,
          wholePurchase: line.purchase.linesLeft === 0,
        })
      }
      const purchase: OpenPurchase = { id, linesLeft: transaction.lines.length }
      for (const line of transaction.lines) {
        const key = `${customerRef}\n${line.sku}\n${Math.abs(line.quantity)}`
        const at = lineTimes.get(line.lineNo) ?? occurredAt
        if (kind === 'cancellation') {
          const cancellation = { id, lineNo: line.lineNo, at }
          latest.set(key, cancellation)
          for (const bought of open.get(key) ?? []) take(bought, line.sku, cancellation)
          open.delete(key)
          continue
        }
        const bought = { purchase, lineNo: line.lineNo }
        const before = latest.get(key)
        if (before?.at === at) {
          take(bought, line.sku, before)
          continue
        }
        const others = open.get(key)
        if (others === undefined) open.set(key, [bought])
        else others.push(bought)
      }
      return taken
    },
  }
}
