import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { type ImportSummary } from './import-summary.ts'

/** The last step, with its trace in the audit: from now on the file counts as imported. `now` in epoch milliseconds. */
export async function finishRun(importId: string, summary: ImportSummary, now: number): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const run = await tx.importRun.update({
      where: { id: importId },
      data: { status: 'finished', finishedAt: new Date(), summary },
    })
    await appendAudit(tx, {
      actor: { kind: 'system', id: null, name: 'import' },
      action: 'imports.finish',
      subjectKind: 'import',
      subjectId: importId,
      after: {
        preset: run.preset,
        fileName: run.fileName,
        purchases: summary.purchases,
        cancellations: summary.cancellations,
        rejected: run.rowsRejected,
      },
      at: now,
    })
  })
}
