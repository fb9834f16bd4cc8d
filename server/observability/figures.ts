import { Counter, Histogram, register } from 'prom-client'

/** Made once a process, however many copies of this module the bundler makes. */
function once<T>(name: string, make: () => T): T {
  return (register.getSingleMetric(name) as T | undefined) ?? make()
}

/** What Prometheus is told. Labels have few values: never a customer, an id or a path as it was sent. */
export const restSeconds = once(
  'worth_asking_rest_seconds',
  () =>
    new Histogram({
      name: 'worth_asking_rest_seconds',
      help: 'How long REST calls took, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    }),
)

export const decisionsTotal = once(
  'worth_asking_decisions_total',
  () =>
    new Counter({
      name: 'worth_asking_decisions_total',
      help: 'Durable decisions, by decision and status',
      labelNames: ['decision', 'status'],
    }),
)

export const batchSize = once(
  'worth_asking_decision_batch_size',
  () =>
    new Histogram({
      name: 'worth_asking_decision_batch_size',
      help: 'How many transactions were decided together',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    }),
)

export const decisionsRepeated = once(
  'worth_asking_decisions_repeated_total',
  () =>
    new Counter({
      name: 'worth_asking_decisions_repeated_total',
      help: 'Transactions decided again because another process wrote about the customer first',
    }),
)
