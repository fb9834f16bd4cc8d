import { alertVolume } from './alert-volume.ts'
import { askRate } from './ask-rate.ts'
import { careMetrics } from './care/care-metrics.ts'
import { distinctCustomers } from './distinct-customers.ts'
import { hitsByRule } from './hits-by-rule.ts'
import type { Metric } from './metric.ts'
import { harmAverted } from './outcomes/harm-averted.ts'
import { harmLost } from './outcomes/harm-lost.ts'
import { harmRecovered } from './outcomes/harm-recovered.ts'
import { heldBackQuestions } from './outcomes/held-back-questions.ts'
import { missedAmount } from './outcomes/missed-amount.ts'
import { missedMistakes } from './outcomes/missed-mistakes.ts'
import { mistakeRecall } from './outcomes/mistake-recall.ts'
import { needlessQuestionRate } from './outcomes/needless-question-rate.ts'
import { outcomeMix } from './outcomes/outcome-mix.ts'
import { overBudgetRate } from './outcomes/over-budget-rate.ts'
import { questionsPerCustomer } from './outcomes/questions-per-customer.ts'
import { reachRate } from './outcomes/reach-rate.ts'
import { timeToConfirmation } from './outcomes/time-to-confirmation.ts'
import { worthAskingPrecision } from './outcomes/worth-asking-precision.ts'
import { worthAskingPrecisionByAmount } from './outcomes/worth-asking-precision-by-amount.ts'
import { repeatAlertRate } from './repeat-alert-rate.ts'

/** Every metric, one line each: the key is its name in URLs, REST and reports. */
export const metrics = {
  'alert-volume': alertVolume,
  'hits-by-rule': hitsByRule,
  'distinct-customers': distinctCustomers,
  'ask-rate': askRate,
  'repeat-alert-rate': repeatAlertRate,
  'outcome-mix': outcomeMix,
  'reach-rate': reachRate,
  'worth-asking-precision': worthAskingPrecision,
  'worth-asking-precision-by-amount': worthAskingPrecisionByAmount,
  'needless-question-rate': needlessQuestionRate,
  'questions-per-customer': questionsPerCustomer,
  'over-budget-rate': overBudgetRate,
  'time-to-confirmation': timeToConfirmation,
  'harm-averted': harmAverted,
  'harm-lost': harmLost,
  'harm-recovered': harmRecovered,
  'missed-mistakes': missedMistakes,
  'missed-amount': missedAmount,
  'mistake-recall': mistakeRecall,
  'held-back-questions': heldBackQuestions,
} as const satisfies Record<string, Metric>

export type MetricKey = keyof typeof metrics

export const metricKeys = Object.keys(metrics) as readonly MetricKey[]

/** Whether a word names a metric. */
export function isMetricKey(text: string): text is MetricKey {
  return Object.hasOwn(metrics, text)
}

/** The metrics of all pages: those above and those of handoffs and cases. */
export const everyMetric = { ...metrics, ...careMetrics } as const

export type EveryMetricKey = keyof typeof everyMetric

export const everyMetricKeys = Object.keys(everyMetric) as readonly EveryMetricKey[]
