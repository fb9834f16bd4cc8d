import { isPermitted } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Language, languages } from '../../domain/language/language.ts'
import { nextRun } from '../../domain/reports/next-run.ts'
import { type Person, type Report } from '../../generated/prisma/client.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { notify, queueMail } from '../notifications/notifications.ts'
import { logFailure } from '../observability/log.ts'
import { buildReport, cadenceOf } from './build-report.ts'
import { noSuchReport } from './change-report.ts'
import { type ComposedReport } from './compose-report.ts'
import { reportMail } from './report-mail.ts'
import { reportPdf } from './report-pdf.ts'

/** So many at one go. */
const batch = 20

/** After a failure it is tried again: a database that was away comes back. */
const againMs = 15 * 60_000

/**
 * Sends the reports that are due at `now` (epoch ms): rights are asked anew each time, numbers and PDF come from one answer, the mail is
 * written in the transaction that moves the report on, so that several processes send it once. Answers how many were due.
 */
export async function runReports(now: number, origin: string): Promise<number> {
  const due = await getPrisma().report.findMany({
    where: { active: true, deletedAt: null, nextRunAt: { lte: new Date(now) } },
    orderBy: { nextRunAt: 'asc' },
    take: batch,
  })
  for (const report of due) await runReport(report, now, origin)
  return due.length
}

/** Sends an own report once more, about its present period; its next time stays. Throws `notFound`, `forbidden` and what the figures throw. */
export async function sendReportNow(
  reportId: string,
  about: { readonly personId: string; readonly now: number; readonly origin: string },
): Promise<void> {
  const { personId, now } = about
  const report = await getPrisma().report.findFirst({
    where: { id: reportId, ownerId: personId, deletedAt: null },
  })
  if (report === null) throw noSuchReport()
  const owner = await findReader(personId)
  if (owner === null) throw new AppError('forbidden', { userMessage: 'Your role reads no figures.' })
  const ready = await makeReady(report, owner, about)
  await getPrisma().$transaction(async (tx) => {
    await tx.report.update({
      where: { id: report.id },
      data: { lastRunAt: new Date(now), failure: null },
    })
    await queueReport(tx, ready, owner, now)
  })
}

async function runReport(report: Report, now: number, origin: string): Promise<void> {
  const owner = await findReader(report.ownerId)
  if (owner === null) {
    await getPrisma().report.update({
      where: { id: report.id },
      data: { active: false, failure: 'forbidden' },
    })
    return
  }
  const next = new Date(nextRun({ ...report, cadence: cadenceOf(report) }, now))
  try {
    const ready = await makeReady(report, owner, { now, origin })
    await getPrisma().$transaction(async (tx) => {
      const { count } = await tx.report.updateMany({
        where: { id: report.id, nextRunAt: report.nextRunAt, active: true },
        data: { nextRunAt: next, lastRunAt: new Date(now), failure: null },
      })
      if (count === 1) await queueReport(tx, ready, owner, now)
    })
  } catch (cause) {
    logFailure(cause, { job: 'reports', reportId: report.id })
    await recordFailure(report, cause, now, next)
  }
}

/** Who may read figures still; null: nobody. */
async function findReader(personId: string): Promise<Person | null> {
  const person = await getPrisma().person.findUnique({ where: { id: personId } })
  const role = roles.find((one) => one === person?.role)
  const mayRead = role !== undefined && isPermitted(role, 'analytics.read')
  return person?.status === 'active' && mayRead ? person : null
}

interface ReadyReport {
  readonly composed: ComposedReport
  readonly pdf: Uint8Array<ArrayBuffer>
}

async function makeReady(
  report: Report,
  owner: Person,
  { now, origin }: { readonly now: number; readonly origin: string },
): Promise<ReadyReport> {
  const language: Language = languages.find((one) => one === owner.language) ?? 'en'
  const composed = await buildReport(report, { now, origin, language })
  return { composed, pdf: new Uint8Array(await reportPdf(composed)) }
}

async function queueReport(
  tx: Tx,
  { composed, pdf }: ReadyReport,
  owner: Person,
  now: number,
): Promise<void> {
  const mail = { personId: owner.id, recipient: owner.email, ...reportMail(composed) }
  const mailId = await queueMail(tx, mail, now)
  await tx.mailAttachment.create({
    data: { mailId, name: 'worth-asking.pdf', type: 'application/pdf', body: pdf },
  })
}

/** Puts it off and tells its owner, once for a row of failures. A view that is gone does not come back: the report ends. */
async function recordFailure(report: Report, cause: unknown, now: number, next: Date): Promise<void> {
  const failure = cause instanceof AppError ? cause.code : 'internal'
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.report.updateMany({
      where: { id: report.id, nextRunAt: report.nextRunAt },
      data: {
        nextRunAt: new Date(Math.min(now + againMs, next.getTime())),
        ...{ failure, active: failure !== 'gone' },
      },
    })
    if (count === 0 || report.failure !== null) return
    const notice = { kind: 'report.failed', subjectId: report.id, facts: { title: report.name } } as const
    await notify(tx, [{ ...notice, to: report.ownerId }], now)
  })
}
