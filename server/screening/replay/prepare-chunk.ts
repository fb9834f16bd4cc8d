import { setImmediate as breathe } from 'node:timers/promises'
import { type CompiledRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { forgetItem } from '../../../domain/screening/item-usage.ts'
import { forget } from '../../../domain/screening/profile.ts'
import { type Screening } from '../../../domain/screening/screen.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { type AskingTerms, contextFor, samplerOf } from '../../asking/asking.ts'
import { hashTransaction } from '../hash-transaction.ts'
import { type ScreenedRows, toRows } from '../rows.ts'
import { type NextScreening, screenNext } from '../screen-next.ts'
import { encodeRows, type EncodedRows, startRows } from './encode-rows.ts'
import { type KnownHistories } from './known-histories.ts'
import { type ReplayItem } from './replay-item.ts'

export interface ReplaySource {
  readonly source: 'import' | 'demo'
  readonly importId: string | null
  readonly ruleSet: CompiledRuleSet
  /** IANA name; times in questions are told in it. */
  readonly timeZone: string
  /** Epoch milliseconds: when history was brought in. */
  readonly receivedAt: number
}

/** What is stored already, by transaction id: the hashes of the bodies. */
export type StoredHashes = ReadonlyMap<string, string>

/** A chunk screened and ready to be written. */
export interface PreparedChunk extends EncodedRows {
  readonly number: number
  readonly items: number
  readonly alreadyStored: number
  /** Stored already with another content: left as they are. */
  readonly differing: readonly ReplayItem[]
}

const itemsBetweenBreaths = 50

/**
 * Screens a chunk's transactions one after the other on the known histories, which change, and makes its rows. The histories
 * of all its customers and items must have been loaded.
 */
export async function prepareChunk(
  number: number,
  items: readonly ReplayItem[],
  stored: StoredHashes,
  known: KnownHistories,
  source: ReplaySource,
  terms: AskingTerms,
): Promise<PreparedChunk> {
  const words = { ruleSet: source.ruleSet, timeZone: source.timeZone, targets: terms.policy.targets }
  // What a file tells is over and answered already: nobody can be asked, so nothing is drawn.
  const isSampled = source.source === 'import' ? () => false : samplerOf(terms)
  const rows = startRows()
  const differing: ReplayItem[] = []
  let alreadyStored = 0
  let sinceBreath = 0
  for (const item of items) {
    if (++sinceBreath % itemsBetweenBreaths === 0) await breathe()
    const bodyHash = hashTransaction(item.transaction, item.kind)
    const before = stored.get(item.transaction.id)
    if (before !== undefined) {
      if (before === bodyHash) alreadyStored++
      else differing.push(item)
      continue
    }
    const next =
      item.kind === 'purchase' ? screenPurchase(item, known, source, terms, isSampled) : keep(item, source)
    const { transaction } = item
    const screened = toRows(
      next,
      {
        bodyHash,
        kind: item.kind,
        source: source.source,
        importId: source.importId,
        receivedAt: source.receivedAt,
        raisedAt: transaction.occurredAt,
      },
      words,
    )
    takeBack(item, known)
    touch(number, item, known)
    encodeRows(rows, linkTakeBacks(screened, item), item.takeBacks ?? [])
  }
  return {
    ...rows.finish(number, known, source.receivedAt),
    number,
    items: items.length,
    alreadyStored,
    differing,
  }
}

function screenPurchase(
  { transaction, serviceLines }: ReplayItem,
  known: KnownHistories,
  { ruleSet, timeZone }: ReplaySource,
  terms: AskingTerms,
  isSampled: (transactionId: string) => boolean,
): NextScreening {
  if (transaction.amountMinor <= 0) return unscreened(transaction, ruleSet.version)
  const goods =
    serviceLines === undefined || serviceLines.size === 0
      ? transaction
      : { ...transaction, lines: transaction.lines.filter(({ lineNo }) => !serviceLines.has(lineNo)) }
  const customer = transaction.customerRef === null ? undefined : known.customers.get(transaction.customerRef)
  const next = screenNext({
    transaction: goods,
    revision: 1,
    profile: customer?.profile ?? null,
    itemUsage: known.usages,
    ruleSet,
    context: contextFor(terms, timeZone, transaction.customerRef),
    isSampled,
    now: transaction.occurredAt,
  })
  if (customer !== undefined) {
    customer.segment = transaction.segment
    customer.language = transaction.language
  }
  return goods === transaction ? next : { ...next, transaction, screening: widen(next, transaction) }
}

/** Gives the lines that were not screened a place without readings. */
function widen(next: NextScreening, transaction: Transaction): Screening {
  const readings = new Map(
    next.transaction.lines.map((line, i) => [line.lineNo, next.screening.lineReadings[i]!]),
  )
  return {
    ...next.screening,
    lineReadings: transaction.lines.map(({ lineNo }) => readings.get(lineNo) ?? []),
  }
}

function keep({ transaction }: ReplayItem, { ruleSet }: ReplaySource): NextScreening {
  return unscreened(transaction, ruleSet.version)
}

function unscreened(transaction: Transaction, ruleSetVersion: number): NextScreening {
  const screening: Screening = {
    decision: 'proceed',
    readings: [],
    lineReadings: transaction.lines.map(() => []),
    hits: [],
    heldBack: [],
  }
  return { transaction, revision: 1, screening, ruleSetVersion, alert: null }
}

/** What was taken back is no longer what the customer usually buys. */
function takeBack({ takeBacks = [] }: ReplayItem, known: KnownHistories) {
  for (const { customerRef, transactionId, sku, wholePurchase } of takeBacks) {
    const usage = known.usages.get(sku)
    if (usage !== undefined) forgetItem(usage, transactionId)
    const customer = known.customers.get(customerRef)
    if (wholePurchase && customer !== undefined) forget(customer.profile, { id: transactionId })
  }
}

function touch(number: number, { transaction, takeBacks = [] }: ReplayItem, known: KnownHistories) {
  const { customerRef } = transaction
  if (customerRef !== null) known.touch(number, { customerRef })
  for (const { sku } of transaction.lines) known.touch(number, { sku })
  for (const { sku } of takeBacks) known.touch(number, { sku })
}

function linkTakeBacks(rows: ScreenedRows, { kind, takeBacks = [] }: ReplayItem): ScreenedRows {
  if (kind !== 'cancellation' || takeBacks.length === 0) return rows
  const byLine = new Map(takeBacks.map((one) => [one.byLine, one]))
  const lines = rows.lines.map((line) => {
    const taken = byLine.get(line.line_no)
    return taken === undefined
      ? line
      : { ...line, takes_back: taken.transactionId, takes_back_line: taken.lineNo }
  })
  // The row type says null for columns that only a cancellation fills.
  return { ...rows, lines: lines as ScreenedRows['lines'] }
}
