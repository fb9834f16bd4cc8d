import { type ClientBase } from 'pg'
import { type MetricKey } from '../../../domain/metrics/metrics.ts'
import { countRollup, servesFromRollup } from '../rollup/count-rollup.ts'
import { type Count, type Counting } from './count.ts'
import { countAlerts } from './count-alerts.ts'
import { countAskedShare } from './count-asked-share.ts'
import { countCustomers } from './count-customers.ts'
import { countHits } from './count-hits.ts'
import { countHeldBack } from '../outcomes/count-held-back.ts'
import { countNeedless, countPrecision, countPrecisionByAmount } from '../outcomes/count-judged.ts'
import { countMoney } from '../outcomes/count-money.ts'
import { countOutcomeMix } from '../outcomes/count-outcome-mix.ts'
import { countOverBudget, countQuestions } from '../outcomes/count-questions.ts'
import { countReached } from '../outcomes/count-reached.ts'
import { countMissed, countMissedAmount, countRecall } from '../outcomes/count-taken-back.ts'
import { countWaiting } from '../outcomes/count-waiting.ts'

type CountMetric = (client: ClientBase, counting: Counting) => Promise<Count[]>

/** How each metric of the domain's registry is counted, one line each. */
export const metricCounts = {
  'alert-volume': countAlertVolume,
  'hits-by-rule': countHits,
  'distinct-customers': countDistinctCustomers,
  'ask-rate': countAskedShare,
  'repeat-alert-rate': countCustomers,
  'outcome-mix': countOutcomeMix,
  'reach-rate': countReached,
  'worth-asking-precision': countPrecision,
  'worth-asking-precision-by-amount': countPrecisionByAmount,
  'needless-question-rate': countNeedless,
  'questions-per-customer': countQuestions,
  'over-budget-rate': countOverBudget,
  'time-to-confirmation': countWaiting,
  'harm-averted': countMoney('averted'),
  'harm-lost': countMoney('lost'),
  'harm-recovered': countMoney('recovered'),
  'missed-mistakes': countMissed,
  'missed-amount': countMissedAmount,
  'mistake-recall': countRecall,
  'held-back-questions': countHeldBack,
} as const satisfies Record<MetricKey, CountMetric>

async function countAlertVolume(client: ClientBase, counting: Counting): Promise<Count[]> {
  if (!servesFromRollup(counting)) return countAlerts(client, counting)
  const counts = await countRollup(client, counting)
  // Slots with transactions alone are in the rollup too, but a part without alerts is not a part of the alerts.
  return counts.flatMap(({ bucket, part, alerts }) =>
    alerts === 0 ? [] : [{ bucket, part, value: alerts, n: null }],
  )
}

async function countDistinctCustomers(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await countCustomers(client, counting)
  return counts.map(({ bucket, part, n }) => ({ bucket, part, value: n ?? 0, n: null }))
}
