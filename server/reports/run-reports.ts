import { isPermitted } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Language, languages, type Localized } from '../../domain/language/language.ts'
import { parseScope, scopeQuery } from '../../domain/metrics/scope.ts'
import { type Cadence, cadences, nextRun, periodOfCadence } from '../../domain/reports/next-run.ts'
import { type Report } from '../../generated/prisma/client.ts'
import { getOverview, listCareNames, listValueNames } from '../analytics/analytics.ts'
import { getPrisma } from '../db/prisma.ts'
import { queueMail } from '../notifications/notifications.ts'
import { logFailure } from '../observability/log.ts'
import { composeReport, type NameOf } from './compose-report.ts'
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

async function runReport(report: Report, now: number, origin: string): Promise<void> {
  const owner = await getPrisma().person.findUnique({ where: { id: report.ownerId } })
  const role = roles.find((one) => one === owner?.role)
  if (
    owner === null ||
    owner.status !== 'active' ||
    role === undefined ||
    !isPermitted(role, 'analytics.read')
  ) {
    await getPrisma().report.update({
      where: { id: report.id },
      data: { active: false, failure: 'Its owner may not read these figures any more.' },
    })
    return
  }
  const cadence: Cadence = cadences.find((one) => one === report.cadence) ?? 'weekly'
  const next = new Date(nextRun({ cadence, minute: report.minute, zone: report.zone }, now))
  try {
    const composed = await compose(report, cadence, now, origin)
    const pdf = new Uint8Array(await reportPdf(composed))
    await getPrisma().$transaction(async (tx) => {
      const { count } = await tx.report.updateMany({
        where: { id: report.id, nextRunAt: report.nextRunAt, active: true },
        data: { nextRunAt: next, lastRunAt: new Date(now), failure: null },
      })
      if (count === 0) return
      const mail = { personId: owner.id, recipient: owner.email, ...reportMail(composed) }
      const mailId = await queueMail(tx, mail, now)
      await tx.mailAttachment.create({
        data: { mailId, name: 'worth-asking.pdf', type: 'application/pdf', body: pdf },
      })
    })
  } catch (cause) {
    logFailure(cause, { job: 'reports', reportId: report.id })
    await getPrisma().report.updateMany({
      where: { id: report.id, nextRunAt: report.nextRunAt },
      data: {
        nextRunAt: new Date(Math.min(now + againMs, next.getTime())),
        failure: cause instanceof AppError ? cause.userMessage : 'The figures could not be read.',
      },
    })
  }
}

async function compose(report: Report, cadence: Cadence, now: number, origin: string) {
  const language: Language = languages.find((one) => one === report.language) ?? 'en'
  const filter = new URLSearchParams(report.query).getAll('filter')
  const scope = parseScope({ period: periodOfCadence[cadence], zone: report.zone, filter })
  const overview = await getOverview(scope, { now })
  return composeReport(overview, {
    ...{ name: report.name, language, nameOf: await readNames(language) },
    href: `${origin}/review/overview?${scopeQuery(scope)}`,
  })
}

async function readNames(language: Language): Promise<NameOf> {
  const [alerts, care] = await Promise.all([listValueNames(), listCareNames()])
  const byDimension: Partial<Record<string, Readonly<Record<string, Localized>>>> = {
    ...{ rule: alerts.rules, desk: care.desks, fromDesk: care.desks, kind: care.kinds },
  }
  return (dimension, value) => byDimension[dimension]?.[value]?.[language] ?? (value === '' ? '—' : value)
}
