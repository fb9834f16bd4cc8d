import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Cadence, nextRun } from '../../domain/reports/next-run.ts'
import { parseScope, scopeQuery } from '../../domain/metrics/scope.ts'
import { parseZone } from '../../domain/time/zone.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'

/** Who changes a report, and when (epoch ms). */
export interface ReportChange {
  readonly signedIn: SignedIn
  readonly now: number
  readonly requestId: string
}

export interface NewReport {
  readonly name: string
  /** Filters of the overview as a query. */
  readonly query: string
  readonly cadence: Cadence
  /** Minute of the day, 0 to 1439, in `zone`. */
  readonly minute: number
  readonly zone: string
}

/** Orders a report for the person who asks for it, in their language. Throws `invalidInput` for a zone or a filter that cannot be read. */
export async function addReport(
  input: NewReport,
  change: ReportChange,
): Promise<{ readonly reportId: string }> {
  const { signedIn, now } = change
  const id = randomUUID()
  const zone = parseZone(input.zone)
  const filter = new URLSearchParams(input.query).getAll('filter')
  const kept = {
    ...{ name: input.name.trim(), cadence: input.cadence, minute: input.minute, zone },
    query: scopeQuery(parseScope({ filter })),
    language: signedIn.language,
    nextRunAt: new Date(nextRun({ ...input, zone }, now)),
  }
  await getPrisma().$transaction(async (tx) => {
    await tx.report.create({ data: { id, ownerId: signedIn.personId, createdAt: new Date(now), ...kept } })
    await audit(tx, 'reports.add', id, { after: kept }, change)
  })
  return { reportId: id }
}

/** Ends an own report. Throws `notFound`. */
export async function removeReport(reportId: string, change: ReportChange): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.report.updateMany({
      where: { id: reportId, ownerId: change.signedIn.personId, deletedAt: null },
      data: { deletedAt: new Date(change.now), active: false },
    })
    if (count === 0) throw new AppError('notFound', { userMessage: 'There is no such report of yours.' })
    await audit(tx, 'reports.remove', reportId, {}, change)
  })
}

/** A person's own reports, by name. */
export async function listReports(personId: string) {
  const rows = await getPrisma().report.findMany({
    where: { ownerId: personId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, query, cadence, minute, zone, nextRunAt, lastRunAt, failure, active }) => ({
    ...{ reportId: id, name, query, cadence: cadence as Cadence, minute, zone, active, failure },
    ...{ nextRunAt: nextRunAt.getTime(), lastRunAt: lastRunAt?.getTime() ?? null },
  }))
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
