/** The lists that figures open; each figure names the one that counts up to it (`Metric.rows`). */
export const rowKinds = [
  'alerts',
  'hits',
  'customers',
  'repeatCustomers',
  'askedTransactions',
  'judgedAlerts',
  'worthAlerts',
  'needlessAlerts',
  'askedAlerts',
  'avertedAlerts',
  'lostAlerts',
  'recoveredAlerts',
  'reachedCustomers',
  'overBudgetCustomers',
  'missedLines',
  'caughtLines',
  'heldBackHits',
] as const

/** Newest first, oldest first, or the largest amount (of customers: the most alerts) first. */
export const rowSorts = ['newest', 'oldest', 'largest'] as const

export type RowSort = (typeof rowSorts)[number]
