import type { Scope } from '../metrics/scope.ts'
import { dateAt } from '../time/local-date.ts'
import { datesPeriod } from '../time/period.ts'

/** As many days on either side as there are, at most four weeks. */
const daysAtMost = 28

/**
 * The days after an instant against as many before it. The day on which it happened belongs to neither; nor does today, which is not
 * over. null while not one whole day has passed since.
 */
export function beforeAndAfter(
  at: number,
  { now, zone }: { readonly now: number; readonly zone: string },
): Pick<Scope, 'period' | 'compare'> | null {
  const day = dateAt(at, zone)
  const since = day.until(dateAt(now, zone), { largestUnit: 'day' }).days - 1
  const days = Math.min(daysAtMost, since)
  if (days < 1) return null
  const text = (offset: number) => day.add({ days: offset }).toString()
  return {
    period: datesPeriod(text(1), text(days)),
    compare: { kind: 'own', firstDate: text(-days), lastDate: text(-1) },
  }
}
