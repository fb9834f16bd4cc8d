import { type Hit } from '../../domain/screening/hit.ts'
import { getPool } from '../db/pool.ts'
import { type ShadowAnswer } from './screen-shadows.ts'

/** One decided transaction with what others would have asked. */
export interface Shadowing {
  readonly customerRef: string | null
  readonly live: readonly Hit[]
  readonly shadows: readonly ShadowAnswer[]
}

interface Count {
  readonly version: number
  readonly edition: number
  /** Epoch milliseconds. */
  readonly hour: number
  readonly rule: string
  transactions: number
  asked: number
  asked_live: number
  asked_both: number
}

const hourMs = 3_600_000
const anyRule = '*'
const shared = globalThis as typeof globalThis & { worthAskingShadows?: Map<string, Count> }

function tally(): Map<string, Count> {
  // One tally a process: the bundler may give each route its own copy of this module.
  return (shared.worthAskingShadows ??= new Map())
}

/**
 * Counts what was decided for customers in `won`, or for nobody's transactions, beside what the shadows would have asked; `now` (epoch
 * milliseconds) says the hour. In memory until `storeShadowCounts`, so that decisions wait for nothing: a process that is killed loses
 * the counts of its last second.
 */
export function countShadows(shadowings: readonly Shadowing[], won: ReadonlySet<string>, now: number): void {
  const hour = Math.floor(now / hourMs) * hourMs
  for (const { customerRef, live, shadows } of shadowings) {
    if (customerRef !== null && !won.has(customerRef)) continue
    for (const { version, edition, hits } of shadows) {
      const of = (rule: string) => countOf(version, edition, hour, rule)
      const asks = new Set(hits.map((hit) => hit.rule))
      const asksLive = new Set(live.map((hit) => hit.rule))
      add(of(anyRule), hits.length > 0, live.length > 0)
      for (const rule of new Set([...asks, ...asksLive])) add(of(rule), asks.has(rule), asksLive.has(rule))
    }
  }
}

function add(count: Count, asked: boolean, askedLive: boolean): void {
  count.transactions++
  if (asked) count.asked++
  if (askedLive) count.asked_live++
  if (asked && askedLive) count.asked_both++
}

function countOf(version: number, edition: number, hour: number, rule: string): Count {
  const key = `${version}.${edition} ${hour} ${rule}`
  let count = tally().get(key)
  if (count === undefined) {
    count = { version, edition, hour, rule, transactions: 0, asked: 0, asked_live: 0, asked_both: 0 }
    tally().set(key, count)
  }
  return count
}

/** Adds what this process has counted to the stored counts. What cannot be written is kept and tried again. */
export async function storeShadowCounts(): Promise<void> {
  if (tally().size === 0) return
  const counts = [...tally().values()]
  shared.worthAskingShadows = new Map()
  try {
    await getPool().query(
      `INSERT INTO shadow_counts AS known (version, edition, hour, rule, transactions, asked, asked_live, asked_both)
       SELECT version, edition, to_timestamp(hour / 1000.0), rule, transactions, asked, asked_live, asked_both
       FROM json_to_recordset($1) AS r (version int, edition int, hour float8, rule text, transactions int, asked int, asked_live int,
         asked_both int)
       ORDER BY version, edition, hour, rule
       ON CONFLICT (version, edition, hour, rule) DO UPDATE SET transactions = known.transactions + excluded.transactions,
         asked = known.asked + excluded.asked, asked_live = known.asked_live + excluded.asked_live,
         asked_both = known.asked_both + excluded.asked_both`,
      [JSON.stringify(counts)],
    )
  } catch (cause) {
    for (const one of counts) {
      const count = countOf(one.version, one.edition, one.hour, one.rule)
      count.transactions += one.transactions
      count.asked += one.asked
      count.asked_live += one.asked_live
      count.asked_both += one.asked_both
    }
    throw cause
  }
}
