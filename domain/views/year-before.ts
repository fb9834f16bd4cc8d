import { formatScope, type Scope, type ScopeTexts } from '../metrics/scope.ts'
import { datesPeriod } from '../time/period.ts'
import { type PeriodContext, periodDates } from '../time/resolve-period.ts'

/** The year that ends with the day before a scope's period, in the same zone; null before all data. */
export function yearBefore(scope: Scope, context: PeriodContext): ScopeTexts | null {
  if (scope.period.kind === 'all') return null
  const { first } = periodDates(scope.period, context)
  const last = first.subtract({ days: 1 })
  const period = datesPeriod(first.subtract({ years: 1 }).toString(), last.toString())
  return formatScope({ ...scope, period, compare: null, bucket: null, completeOnly: false })
}
