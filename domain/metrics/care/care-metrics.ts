import { acceptanceTime } from './acceptance-time.ts'
import { acceptedInTarget } from './accepted-in-target.ts'
import { backlog } from './backlog.ts'
import { beganToBeServedRate } from './began-to-be-served-rate.ts'
import { bounceBackRate } from './bounce-back-rate.ts'
import { briefCompleteness } from './brief-completeness.ts'
import { casesOpened } from './cases-opened.ts'
import { casesReopened } from './cases-reopened.ts'
import { casesResolved } from './cases-resolved.ts'
import { coverageGapRate } from './coverage-gap-rate.ts'
import { customerGap } from './customer-gap.ts'
import { customerWait } from './customer-wait.ts'
import { deskOwnershipTime } from './desk-ownership-time.ts'
import { effortIndex } from './effort-index.ts'
import { firstAnswerTime } from './first-answer-time.ts'
import { firstDeskResolution } from './first-desk-resolution.ts'
import { handoffRate } from './handoff-rate.ts'
import { handoffVolume } from './handoff-volume.ts'
import { handoffsPerCase } from './handoffs-per-case.ts'
import { memoTurnaround } from './memo-turnaround.ts'
import { misRouteRate } from './mis-route-rate.ts'
import { missedByReceiverRate } from './missed-by-receiver-rate.ts'
import { oneContactResolution } from './one-contact-resolution.ts'
import { pingPong } from './ping-pong.ts'
import { promiseCoverage } from './promise-coverage.ts'
import { promiseKeptRate } from './promise-kept-rate.ts'
import { reopenRate } from './reopen-rate.ts'
import { repeatYourselfRate } from './repeat-yourself-rate.ts'
import { resolvedInOwnAuthority } from './resolved-in-own-authority.ts'
import { resolvedInTarget } from './resolved-in-target.ts'
import { silentCases } from './silent-cases.ts'
import { timeToContainment } from './time-to-containment.ts'
import { timeToFinalResolution } from './time-to-final-resolution.ts'
import { timeToFirstResolution } from './time-to-first-resolution.ts'
import { transferMatrix } from './transfer-matrix.ts'
import { warmShare } from './warm-share.ts'
import type { CareMetric } from './care-metric.ts'

/** Every metric of handoffs and cases, one line each: the key is its name in URLs, exports and reports. */
export const careMetrics = {
  'began-to-be-served-rate': beganToBeServedRate,
  'accepted-in-target': acceptedInTarget,
  'acceptance-time': acceptanceTime,
  'customer-gap': customerGap,
  'warm-share': warmShare,
  'brief-completeness': briefCompleteness,
  'repeat-yourself-rate': repeatYourselfRate,
  'desk-ownership-time': deskOwnershipTime,
  'bounce-back-rate': bounceBackRate,
  'ping-pong': pingPong,
  'mis-route-rate': misRouteRate,
  'missed-by-receiver-rate': missedByReceiverRate,
  'coverage-gap-rate': coverageGapRate,
  'handoff-volume': handoffVolume,
  'transfer-matrix': transferMatrix,
  'handoff-rate': handoffRate,
  'handoffs-per-case': handoffsPerCase,
  'cases-opened': casesOpened,
  'cases-resolved': casesResolved,
  'cases-reopened': casesReopened,
  'first-answer-time': firstAnswerTime,
  'time-to-first-resolution': timeToFirstResolution,
  'time-to-final-resolution': timeToFinalResolution,
  'customer-wait': customerWait,
  'effort-index': effortIndex,
  'resolved-in-target': resolvedInTarget,
  'reopen-rate': reopenRate,
  'one-contact-resolution': oneContactResolution,
  'first-desk-resolution': firstDeskResolution,
  'resolved-in-own-authority': resolvedInOwnAuthority,
  'time-to-containment': timeToContainment,
  'promise-kept-rate': promiseKeptRate,
  backlog: backlog,
  'silent-cases': silentCases,
  'promise-coverage': promiseCoverage,
  'memo-turnaround': memoTurnaround,
} as const satisfies Record<string, CareMetric>

export type CareMetricKey = keyof typeof careMetrics

export const careMetricKeys = Object.keys(careMetrics) as readonly CareMetricKey[]

/** Whether a word names a metric of handoffs or cases. */
export function isCareMetricKey(text: string): text is CareMetricKey {
  return Object.hasOwn(careMetrics, text)
}
