import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { type ExportQuestion, exportQuestionSchema } from './export-question.ts'
import { getExport } from './list-exports.ts'
import { countExport } from './write-export.ts'

/** Who asks, and when (epoch ms). */
export interface ExportChange {
  readonly signedIn: SignedIn
  readonly now: number
  readonly requestId: string
}

const dayMs = 86_400_000

/** How long a file is kept. */
const keptDays = 7

/** So many of one person's files wait or are made at a time. */
const underWayAtMost = 3

/**
 * Asks for a file, which a job makes. The same question while its file is on its way joins that one. Throws `conflict` for a person
 * with three on their way, and what reading the scope throws.
 */
export async function requestExport(
  question: ExportQuestion,
  { signedIn, now, requestId }: ExportChange,
): Promise<{ readonly exportId: string }> {
  const rowsTotal = await countExport(question, now)
  return getPrisma().$transaction(async (tx) => {
    // Requests of one person wait for each other, so that two at once are counted like two in turn.
    await tx.$queryRaw`SELECT FROM people WHERE id = ${signedIn.personId}::uuid FOR NO KEY UPDATE`
    const underWay = await tx.exportJob.findMany({
      select: { id: true, question: true },
      where: {
        ...{ requestedBy: signedIn.personId, status: { in: ['waiting', 'running'] } },
        expiresAt: { gt: new Date(now) },
      },
    })
    const asked = JSON.stringify(question)
    const same = underWay.find((one) => JSON.stringify(exportQuestionSchema.parse(one.question)) === asked)
    if (same !== undefined) return { exportId: same.id }
    if (underWay.length >= underWayAtMost) {
      throw new AppError('conflict', {
        userMessage: 'Three of your files are on their way. Wait for one of them or stop it.',
      })
    }
    const id = randomUUID()
    await tx.exportJob.create({
      data: {
        ...{ id, requestedBy: signedIn.personId, question, status: 'waiting', rowsTotal },
        ...{ createdAt: new Date(now), expiresAt: new Date(now + keptDays * dayMs) },
      },
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'exports.request', subjectKind: 'export', subjectId: id },
      ...{ after: { question, rowsTotal }, at: now, requestId },
    })
    return { exportId: id }
  })
}

/** Stops an own export; one that has ended stays as it is. Throws `notFound`. */
export async function cancelExport(exportId: string, change: ExportChange): Promise<void> {
  await endEarly(exportId, change, 'cancelled', ['waiting', 'running'])
}

/** Begins an own export that failed or was stopped once more, of the same moment as before. Throws `notFound`. */
export async function restartExport(exportId: string, change: ExportChange): Promise<void> {
  await endEarly(exportId, change, 'waiting', ['failed', 'cancelled'])
}

async function endEarly(
  exportId: string,
  { signedIn, now, requestId }: ExportChange,
  to: 'cancelled' | 'waiting',
  from: readonly string[],
): Promise<void> {
  const before = await getExport(exportId, signedIn.personId, now)
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.exportJob.updateMany({
      where: { id: exportId, requestedBy: signedIn.personId, status: { in: [...from] } },
      data: { status: to, attempts: 0, failure: null, rowsDone: 0, bytes: 0 },
    })
    if (count === 0) return
    await tx.exportPiece.deleteMany({ where: { jobId: exportId } })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), subjectKind: 'export', subjectId: exportId },
      ...{ action: to === 'cancelled' ? 'exports.cancel' : 'exports.restart', at: now, requestId },
      ...{ before: { status: before.status }, after: { status: to } },
    })
  })
}
