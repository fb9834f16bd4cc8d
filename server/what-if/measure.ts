import { createHash } from 'node:crypto'
import { type ClientBase } from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'
import { createCustomerIndex } from '../../domain/what-if/customer-index.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'
import { needsDetails, needsRest } from '../../domain/what-if/mark-hits.ts'
import { listBelowFloor } from '../../domain/what-if/rule-plan.ts'
import { createTally, type WhatIfQuestion } from '../../domain/what-if/tally.ts'
import { type WhatIfResult } from '../../domain/what-if/what-if-result.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { type DayHead, listDays, readDays, readDistributions } from './read-days.ts'

export interface Measured {
  readonly result: WhatIfResult
  /** Hexadecimal SHA-256 over the days that the window touches: the same purchases and outcomes give the same one. */
  readonly dataHash: string
}

/** The customers that answers of this process have met, numbered. */
const customers = createCustomerIndex()

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
  const tally = createTally(question, customers)
  const { comparison } = tally
  const reading = {
    details: needsDetails(comparison),
    needsRest: (...of: [Parameters<typeof needsRest>[1], Parameters<typeof needsRest>[2]]) =>
      needsRest(comparison, ...of),
  }
  const hash = createHash('sha256')
  let done = 0
  for await (const { day, transactions, parts } of readDays(client, heads, reading)) {
    tally.addPurchases(day, purchases.get(day) ?? transactions)
    for (const part of parts) tally.addChunk(day, part)
    done++
    const told = onDay(done, heads.length)
    if (told !== undefined) await told
  }
  for (const { day, revision } of heads) hash.update(`${day} ${revision ?? 'changing'} `)
  return { result: tally.read(), dataHash: hash.digest('hex') }
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
