import { type CareAnswer } from '../../../domain/metrics/care/care-answer.ts'
import { type SelectedCases } from '../../../domain/metrics/care/case-columns.ts'
import { caseFlow } from '../../../domain/metrics/care/case-flow.ts'
import { curveOf } from '../../../domain/metrics/care/duration-figure.ts'
import { eachRow } from '../../../domain/metrics/care/selected-rows.ts'
import { tallyAll } from '../../../domain/metrics/care/measure.ts'
import { timeToFirstResolution } from '../../../domain/metrics/care/time-to-first-resolution.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { summariseDurations } from '../../../domain/statistics/duration-summary.ts'
import { rateOf } from '../../../domain/statistics/rate.ts'
import { answerMetrics } from '../care/answer-metric.ts'
import { countCareExcluded } from '../care/count-care-excluded.ts'
import { type CareReading, openReading } from '../care/open-reading.ts'
import { readUsualEfforts } from '../care/read-usual-efforts.ts'
import { ageEdgesHours, backlogInstant, readBacklog } from './read-backlog.ts'
import { readLiveCounts } from './read-live-counts.ts'
import { readMemos } from './read-memos.ts'

/** The figures of the page, in its order. */
const keys = [
  'cases-opened',
  'cases-resolved',
  'cases-reopened',
  'first-answer-time',
  'time-to-first-resolution',
  'time-to-final-resolution',
  'customer-wait',
  'effort-index',
  'resolved-in-target',
  'reopen-rate',
  'one-contact-resolution',
  'first-desk-resolution',
  'resolved-in-own-authority',
  'time-to-containment',
  'promise-kept-rate',
] as const

/** The rows that they are made of; read first, so that no query runs while another one does. */
const kindsOfFacts = ['cases', 'resolved', 'due', 'flow', 'promises'] as const

/**
 * Everything that Review > Cases shows, of one moment: flow and backlog that reconcile, how fast cases are resolved, who is
 * being waited for, what came back, and what was promised.
 */
export function getCaseReview(scope: Scope, { now }: { readonly now: number }) {
  return openReading(scope, now, async (reading) => {
    const { window, comparison, zone, bucket } = reading.resolved
    for (const { period } of comparison === null ? [window] : [window, comparison]) {
      for (const kind of kindsOfFacts) await reading.select(kind, period)
    }
    await readUsualEfforts(reading)
    // What is counted in the database is counted while this process judges and sums up what it keeps.
    const [{ before, backlog, live, excluded, memos }, metrics] = await Promise.all([
      readMoment(reading, now),
      answerMetrics(keys, reading),
    ])
    const end = Math.min(window.period.to, now)
    return {
      asOf: now,
      ...{ zone, bucket, period: window.period, comparison: comparison?.period ?? null },
      metrics,
      flow: flowOf(metrics, sumOf(before), now),
      openBefore: sumOf(before),
      backlog: { at: end, ageEdgesHours, parts: backlog, cases: sumOf(backlog) },
      resolutionCurve: await resolutionCurve(reading),
      desksBeforeContainment: desksBeforeContainment(await reading.select('cases', window.period)),
      silentCases: live.silent,
      promiseCoverage: rateOf(live.covered, live.owed),
      memoTurnaround: turnaroundOf(memos, now),
      excluded,
    }
  })
}

export type CaseReview = Awaited<ReturnType<typeof getCaseReview>>

function sumOf(parts: readonly { readonly cases: number }[]): number {
  return parts.reduce((sum, { cases }) => sum + cases, 0)
}

type FlowKey = 'cases-opened' | 'cases-resolved' | 'cases-reopened'

function flowOf(metrics: Readonly<Record<FlowKey, CareAnswer>>, openBefore: number, now: number) {
  const countAt = (key: FlowKey, place: number) => {
    const figure = metrics[key].points[place]?.figure
    return figure?.kind === 'count' ? figure.count : 0
  }
  return caseFlow(
    openBefore,
    metrics['cases-opened'].points.map(({ figure: _figure, ...bucket }, place) => ({
      ...bucket,
      opened: countAt('cases-opened', place),
      resolved: countAt('cases-resolved', place),
      reopened: countAt('cases-reopened', place),
    })),
    now,
  )
}

/** So many points are enough for a curve on a screen. */
const curvePoints = 60

/** The curve is drawn until so few are left: the last ones can take for ever. */
const curveUntil = 0.02

/**
 * Share of the cases opened in the range that is resolved by each age (ms), open ones counted. The ages are evenly spaced, so that
 * the curve's slope is what it looks like.
 */
async function resolutionCurve(reading: CareReading) {
  const cases = await reading.select('cases', reading.resolved.window.period)
  const { steps, n, longest } = curveOf(tallyAll(timeToFirstResolution.measure, cases, reading))
  const end = steps.find(({ survival }) => survival <= curveUntil)?.duration ?? steps.at(-1)?.duration ?? 0
  let place = -1
  const points = Array.from({ length: steps.length === 0 ? 0 : curvePoints }, (_, index) => {
    const ageMs = (end * (index + 1)) / curvePoints
    while (place + 1 < steps.length && steps[place + 1]!.duration <= ageMs) place++
    const { survival, low, high } = steps[place] ?? { survival: 1, low: 1, high: 1 }
    return { ageMs, resolved: 1 - survival, low: 1 - high, high: 1 - low }
  })
  return { n, longestMs: longest, points }
}

/** What the page asks of the tables, one query after the other. */
async function readMoment(reading: CareReading, now: number) {
  const { client, resolved } = reading
  const { filters, window } = resolved
  // Ranges are half-open: what happens in the very instant of an edge belongs to what follows it.
  const before = await readBacklog(client, { at: window.period.from - 1, filters })
  const backlog = await readBacklog(client, { at: backlogInstant(reading), filters })
  const [live = { owed: 0, covered: 0, silent: 0 }] = await readLiveCounts(client, { now, filters })
  const [excluded = { merged: 0, excluded: 0 }] = await countCareExcluded(client, window.period)
  const memos = await readMemos(client, { range: window.period, filters })
  return { before, backlog, live, excluded, memos }
}

/** How many contained emergencies no other desk touched before, one, or more: it should be none or one. */
function desksBeforeContainment(cases: SelectedCases) {
  const counts = { none: 0, one: 0, more: 0 }
  eachRow(cases, ({ numbers, flags }, row) => {
    const desks = numbers.desksBeforeContainment[row]!
    if (flags.emergency[row] === 0 || Number.isNaN(desks)) return
    counts[desks === 0 ? 'none' : desks === 1 ? 'one' : 'more'] += 1
  })
  return counts
}

function turnaroundOf(memos: Awaited<ReturnType<typeof readMemos>>, now: number) {
  const durations = memos.map(({ sentAt, decidedAt }) => ({
    duration: (decidedAt ?? now) - sentAt,
    isOpen: decidedAt === null,
  }))
  const { withinTarget: _none, ...summary } = summariseDurations(durations, null)
  return { ...summary, stillOpen: summary.open }
}
