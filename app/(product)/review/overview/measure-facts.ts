import { overviewMeasures } from '@/domain/metrics/overview/overview-measures.ts'
import { everyMetric, metrics } from '@/domain/metrics/metrics.ts'

/**
 * What the page says of the four metrics before anybody asks for a definition. The page is given it, so that the texts of all the
 * others stay on the server.
 */
export const measureFacts = {
  alerts: factsOfAlerts('alerts'),
  outcomes: factsOfAlerts('outcomes'),
  handoffs: { name: everyMetric[overviewMeasures.handoffs.metric].name },
  cases: { name: everyMetric[overviewMeasures.cases.metric].name },
} as const

export type MeasureFacts = typeof measureFacts

function factsOfAlerts(measure: 'alerts' | 'outcomes') {
  const key = overviewMeasures[measure].metric
  const { name, unit } = metrics[key]
  return { key, name, unit }
}
