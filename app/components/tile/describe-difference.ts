import { formatNumber, formatPoints, formatRelative } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { Difference } from '@/domain/statistics/compare.ts'

/** `useTranslations('components.tile')`. */
type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * A difference in words: how many more or fewer than in which dates, "new" instead of an infinite percentage, percentage
 * points for shares, and that a side rests on too few observations.
 */
export function describeDifference(
  t: Words,
  difference: Difference,
  about: { readonly isShare: boolean; readonly language: Language; readonly earlierDates: string },
): string {
  const { isShare, language, earlierDates: dates } = about
  if (difference.tooFew) return t('difference.tooFew', { dates })
  if (difference.absolute === null) return t('difference.none', { dates })
  if (difference.isNew) return t('difference.new', { dates })
  if (difference.absolute === 0) return t('difference.same', { dates })
  if (isShare) return t('difference.points', { points: formatPoints(difference.absolute, language), dates })
  const amount = formatNumber(Math.abs(difference.absolute), language)
  const relative = difference.relative === null ? '' : ` (${formatRelative(difference.relative, language)})`
  const key = difference.absolute > 0 ? 'difference.more' : 'difference.fewer'
  return `${t(key, { amount, dates })}${relative}`
}
