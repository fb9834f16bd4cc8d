import { AppError } from '../../domain/errors/app-error.ts'
import { type Language } from '../../domain/language/language.ts'
import { resolveScope } from '../../domain/metrics/resolve-scope.ts'
import { type Scope, scopeQuery } from '../../domain/metrics/scope.ts'
import { type Cadence, cadences, periodOfCadence } from '../../domain/reports/next-run.ts'
import { parsePeriod } from '../../domain/time/period.ts'
import { findReviewPage, type ReviewPage } from '../../domain/views/review-pages.ts'
import { scopeOfQuery } from '../../domain/views/view-query.ts'
import { type Report } from '../../generated/prisma/client.ts'
import { readNameOf } from '../analytics/analytics.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { findView } from '../views/views.ts'
import { type ComposedReport, composeReport } from './compose-report.ts'
import { readMeasures } from './read-measures.ts'

/** How often a stored report goes out. */
export function cadenceOf({ cadence }: Pick<Report, 'cadence'>): Cadence {
  return cadences.find((one) => one === cadence) ?? 'weekly'
}

/**
 * A report as it is at `now` (epoch ms), about the period of its cadence in its recipient's zone. `origin` is the address of this
 * installation.
 *
 * @throws AppError `gone` when the view that it follows was removed or is no longer the owner's to read, and whatever the figures throw.
 */
export async function buildReport(
  report: Report,
  { now, origin, language }: { readonly now: number; readonly origin: string; readonly language: Language },
): Promise<ComposedReport> {
  const { page, query } = await readSource(report)
  const scope: Scope = {
    ...scopeOfQuery(query),
    ...{ period: parsePeriod(periodOfCadence[cadenceOf(report)]), zone: report.zone },
    completeOnly: false,
  }
  const { zone: organisationZone } = await getOrganisation()
  return composeReport(await readMeasures(page, scope, now), {
    ...{ name: report.name, page, language, asOf: now, nameOf: await readNameOf(language) },
    resolved: resolveScope(scope, { now, organisationZone, dataSpan: null }),
    href: `${origin}${page}?${scopeQuery(scope)}`,
  })
}

async function readSource(report: Report): Promise<{ readonly page: ReviewPage; readonly query: string }> {
  if (report.viewId === null) {
    return { page: findReviewPage(report.page) ?? '/review/overview', query: report.query }
  }
  const view = await findView(report.viewId, report.ownerId)
  if (view === null) {
    throw new AppError('gone', { userMessage: 'The view that this report follows was removed.' })
  }
  return view
}
