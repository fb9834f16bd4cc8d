import { type Scope } from '../../../domain/metrics/scope.ts'
import { countRows, eachRow, wordAt } from '../../../domain/metrics/care/selected-rows.ts'
import { type SelectedHandoffs } from '../../../domain/metrics/care/handoff-columns.ts'
import { transfersOf } from '../../../domain/metrics/care/transfers.ts'
import { answerMetrics } from '../care/answer-metric.ts'
import { countCareExcluded } from '../care/count-care-excluded.ts'
import { openReading } from '../care/open-reading.ts'

/** The figures of the page, in its order. */
const keys = [
  'began-to-be-served-rate',
  'handoff-rate',
  'handoffs-per-case',
  'accepted-in-target',
  'acceptance-time',
  'customer-gap',
  'warm-share',
  'repeat-yourself-rate',
  'brief-completeness',
  'desk-ownership-time',
  'bounce-back-rate',
  'ping-pong',
  'mis-route-rate',
  'missed-by-receiver-rate',
  'coverage-gap-rate',
  'handoff-volume',
  'transfer-matrix',
] as const

/**
 * Everything that Review > Handoffs shows, of one moment: the figures with their courses and comparisons, the transfer matrix,
 * and which pairs of desks play ping-pong.
 */
export function getHandoffReview(scope: Scope, { now }: { readonly now: number }) {
  return openReading(scope, now, async (reading) => {
    const { window, zone, bucket } = reading.resolved
    const selected = await reading.select('handoffs', window.period)
    const [excluded] = await countCareExcluded(reading.client, window.period)
    return {
      asOf: now,
      ...{ zone, bucket, period: window.period, comparison: reading.resolved.comparison?.period ?? null },
      metrics: await answerMetrics(keys, reading),
      transfers: transfersOf(selected, reading),
      pingPongPairs: pingPongPairs(selected),
      handoffs: countRows(selected),
      notKnown: countLogged(selected),
      excluded: excluded ?? { merged: 0, excluded: 0 },
    }
  })
}

export type HandoffReview = Awaited<ReturnType<typeof getHandoffReview>>

/** Between which two desks cases went back and forth, and how often; the most frequent first. */
function pingPongPairs(selected: SelectedHandoffs) {
  const pairs = new Map<string, number>()
  eachRow(selected, (chunk, row) => {
    if (chunk.flags.pingPong[row] === 0) return
    const desks = [wordAt(chunk, 'fromDesk', row), wordAt(chunk, 'desk', row)].sort()
    const key = JSON.stringify(desks)
    pairs.set(key, (pairs.get(key) ?? 0) + 1)
  })
  return [...pairs]
    .map(([key, runs]) => {
      const [left = '', right = ''] = JSON.parse(key) as string[]
      return { left, right, runs }
    })
    .sort((a, b) => b.runs - a.runs || a.left.localeCompare(b.left) || a.right.localeCompare(b.right))
}

/** Handoffs of logs that do not say whether the customer was served. */
function countLogged(selected: SelectedHandoffs): number {
  let count = 0
  eachRow(selected, (chunk, row) => {
    if (chunk.flags.servedKnown[row] === 0) count += 1
  })
  return count
}
