/**
 * Every area that has texts, one line each: `messages/<area>.<language>.json`. An area's texts are its namespace:
 * `useTranslations('alerts')`.
 */
export const messageAreas = [
  'access',
  'alert-desk',
  'alerts',
  'cases',
  'components',
  'imports',
  'reference',
  'rest',
  'review',
  'shell',
] as const

export type MessageArea = (typeof messageAreas)[number]
