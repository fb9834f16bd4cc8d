import { createHash } from 'node:crypto'
import { type ClientBase } from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'
import { type Comparison, needsDetails, needsRest } from '../../domain/what-if/mark-hits.ts'
import { listBelowFloor } from '../../domain/what-if/rule-plan.ts'
import { daysOfSpan } from '../../domain/what-if/span-tail.ts'
import { Tally, type WhatIfQuestion } from '../../domain/what-if/tally.ts'
import { type WhatIfResult } from '../../domain/what-if/what-if-result.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { type DayHead, listDays, readDays, readDistributions } from './read-days.ts'
import { readSpans } from './read-spans.ts'
import { type Reading } from './read-tails.ts'

export interface Measured {
  readonly result: WhatIfResult
  /** Hexadecimal SHA-256 over the days that the window touches: the same purchases and outcomes give the same one. */
  readonly dataHash: string
}

/** Says how far a long answer is; throws to stop it. */
export type OnDay = (daysDone: number, daysTotal: number) => void | Promise<void>

/**
 * Measures a draft against a base over a window of history, at one moment of the database: exact for every threshold at its signal's
 * floor or beyond, the same as evaluating the stored readings of every purchase. Merchant criteria are those of the time, because
 * what a merchant lacked is part of the reading.
 *
 * @throws AppError `unprocessable` for thresholds before the floor.
 */
export function measure(question: WhatIfQuestion, onDay: OnDay = () => {}): Promise<Measured> {
  refuseBelowFloor(question)
  return inSnapshot((client) => measureIn(client, question, onDay))
}

async function measureIn(client: ClientBase, question: WhatIfQuestion, onDay: OnDay): Promise<Measured> {
  const heads = await listDays(client, question.window)
  const cut = heads.filter(({ day }) => isCut(day, question))
  const purchases = new Map((await readDistributions(client, cut)).map((one) => [one.day, one.purchases]))
  const tally = new Tally(question)
  const reading = readingFor(tally.comparison)
  let done = 0
  const say = (days: number) => onDay((done += days), heads.length)
  const inSpans = new Set<number>()
  for await (const { span, days, part } of readSpans(client, heads, reading)) {
    tally.addChunk(part, span * daysOfSpan, daysOfSpan, (day) => days.has(day))
    for (const day of days) inSpans.add(day)
    await say(days.size)
  }
  for (const { day, transactions } of heads) {
    if (inSpans.has(day)) tally.addPurchases(day, purchases.get(day) ?? transactions!)
  }
  const others = heads.filter(({ day }) => !inSpans.has(day))
  for await (const { day, transactions, parts } of readDays(client, others, reading)) {
    tally.addPurchases(day, purchases.get(day) ?? transactions)
    for (const part of parts) tally.addChunk(part, day)
    await say(1)
  }
  const revisions = heads.map(({ day, revision }) => `${day} ${revision ?? 'changing'} `).join('')
  return { result: tally.read(), dataHash: createHash('sha256').update(revisions).digest('hex') }
}

/** What a comparison needs of tails. */
export function readingFor(comparison: Comparison): Reading {
  return {
    details: needsDetails(comparison),
    needsRest: (places, strongFrom) => needsRest(comparison, places, strongFrom),
    remember: true,
  }
}

/** Whether an edge of the window lies within the day. */
function isCut(day: DayHead['day'], { window }: WhatIfQuestion): boolean {
  return window.from > day * dayMs || window.to < (day + 1) * dayMs
}

function refuseBelowFloor({ base, draft }: WhatIfQuestion): void {
  const below = [...listBelowFloor(draft.rules), ...listBelowFloor(base.rules)]
  if (below.length === 0) return
  throw new AppError('unprocessable', {
    userMessage: `History keeps readings from each signal's floor on. Move these thresholds to the floor or beyond it: ${below
      .map(({ rule, threshold }) => `${rule} (${threshold})`)
      .join(', ')}.`,
    problems: below.map(({ rule, threshold }) => ({
      path: `rules.${rule}`,
      code: 'belowFloor',
      message: String(threshold),
    })),
  })
}
