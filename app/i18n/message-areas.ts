/**
 * Every area that has texts, one line each: `messages/<area>.<language>.json`. An area's texts are its namespace:
 * `useTranslations('alerts')`.
 */
export const messageAreas = [
  'access',
  'alarms',
  'alert-desk',
  'alerts',
  'ask',
  'cases',
  'components',
  'effects',
  'exports',
  'imports',
  'organisation',
  'jury',
  'notifications',
  'proposals',
  'reference',
  'reports',
  'rest',
  'review',
  'review-cases',
  'review-frame',
  'review-handoffs',
  'review-outcomes',
  'review-overview',
  'review-proposals',
  'shell',
  'thresholds',
  'wallboards',
  'webhooks',
  'what-if',
] as const

export type MessageArea = (typeof messageAreas)[number]
