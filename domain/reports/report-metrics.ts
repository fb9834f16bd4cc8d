import type { CareMetricKey } from '../metrics/care/care-metrics.ts'
import type { MetricKey } from '../metrics/metrics.ts'
import type { ReviewPage } from '../views/review-pages.ts'

type Reported = Exclude<ReviewPage, '/review/overview'>

/** The figures of a page's report, in their order; the overview has its own four. */
export const reportMetrics = {
  '/review/alerts': ['alert-volume', 'hits-by-rule', 'distinct-customers', 'ask-rate', 'repeat-alert-rate'],
  '/review/outcomes': [
    'worth-asking-precision',
    'needless-question-rate',
    'reach-rate',
    'time-to-confirmation',
    'over-budget-rate',
    'missed-mistakes',
  ],
  '/review/handoffs': [
    'handoff-volume',
    'began-to-be-served-rate',
    'accepted-in-target',
    'acceptance-time',
    'customer-gap',
    'warm-share',
    'repeat-yourself-rate',
    'bounce-back-rate',
  ],
  '/review/cases': [
    'cases-opened',
    'cases-resolved',
    'first-answer-time',
    'time-to-first-resolution',
    'customer-wait',
    'resolved-in-target',
    'reopen-rate',
    'promise-kept-rate',
  ],
} as const satisfies Record<Reported, readonly (MetricKey | CareMetricKey)[]>
