import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { defaultScope, scopeQuery } from '../../domain/metrics/scope.ts'
import { type Cadence, nextRun } from '../../domain/reports/next-run.ts'
import { parseZone } from '../../domain/time/zone.ts'
import { findReviewPage, type ReviewPage } from '../../domain/views/review-pages.ts'
import { scopeOfQuery } from '../../domain/views/view-query.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { findView } from '../views/views.ts'

/** Who changes a report, and when (epoch ms). */
export interface ReportChange {
  readonly signedIn: SignedIn
  readonly now: number
  readonly requestId: string
}

export interface NewReport {
  readonly name: string
  readonly page: ReviewPage
  /** Saved view that it follows, whatever becomes of it; null: the page with `query`. */
  readonly viewId: string | null
  /** Filters, comparison and width of points; a period in it is left out: a report is about the one of its cadence. */
  readonly query: string
  readonly cadence: Cadence
  /** Minute of the day, 0 to 1439, in `zone`. */
  readonly minute: number
  readonly zone: string
}

/**
 * Orders a report for the person who asks for it, in their language. Throws `invalidInput` for a zone or a query that cannot be read,
 * `notFound` for a view that they cannot.
 */
export async function addReport(
  input: NewReport,
  change: ReportChange,
): Promise<{ readonly reportId: string }> {
  const { signedIn, now } = change
  const id = randomUUID()
  const zone = parseZone(input.zone)
  const kept = {
    ...{ name: input.name.trim(), cadence: input.cadence, minute: input.minute, zone },
    ...(await readSource(input, signedIn.personId)),
    language: signedIn.language,
    nextRunAt: new Date(nextRun({ ...input, zone }, now)),
  }
  await getPrisma().$transaction(async (tx) => {
    await tx.report.create({ data: { id, ownerId: signedIn.personId, createdAt: new Date(now), ...kept } })
    await audit(tx, 'reports.add', id, { after: kept }, change)
  })
  return { reportId: id }
}

async function readSource({ page, viewId, query }: NewReport, personId: string) {
  if (viewId === null) {
    const scope = { ...scopeOfQuery(query), period: defaultScope.period, zone: null, completeOnly: false }
    return { page, viewId, query: scopeQuery(scope) }
  }
  const view = await findView(viewId, personId)
  if (view === null) throw new AppError('notFound', { userMessage: 'There is no such view any more.' })
  return { page: view.page, viewId, query: '' }
}

/** Ends an own report. Throws `notFound`. */
export async function removeReport(reportId: string, change: ReportChange): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.report.updateMany({
      where: { id: reportId, ownerId: change.signedIn.personId, deletedAt: null },
      data: { deletedAt: new Date(change.now), active: false },
    })
    if (count === 0) throw noSuchReport()
    await audit(tx, 'reports.remove', reportId, {}, change)
  })
}

/** A person's own reports, by name. */
export async function listReports(personId: string) {
  const rows = await getPrisma().report.findMany({
    where: { ownerId: personId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return Promise.all(
    rows.map(async ({ id, name, query, cadence, minute, zone, nextRunAt, lastRunAt, ...row }) => ({
      ...{ reportId: id, name, query, cadence: cadence as Cadence, minute, zone },
      ...{ active: row.active, failure: row.failure, page: findReviewPage(row.page) },
      viewId: row.viewId,
      /** null: it follows none, or the view is gone. */
      viewName: row.viewId === null ? null : ((await findView(row.viewId, personId))?.name ?? null),
      ...{ nextRunAt: nextRunAt.getTime(), lastRunAt: lastRunAt?.getTime() ?? null },
    })),
  )
}

export function noSuchReport(): AppError {
  return new AppError('notFound', { userMessage: 'There is no such report of yours.' })
}

async function audit(
  tx: Tx,
  action: string,
  subjectId: string,
  difference: { readonly after?: unknown },
  { signedIn, now, requestId }: ReportChange,
): Promise<void> {
  await appendAudit(tx, {
    ...{ actor: toActor(signedIn), action, subjectKind: 'report', subjectId, at: now, requestId },
    ...difference,
  })
}
