import { appendAudit } from '../audit/audit.ts'
import { type Prisma } from '../../generated/prisma/client.ts'
import { getPrisma } from '../db/prisma.ts'

/**
 * The last step, with its trace in the audit (which names the counts of `told`): from now on the file counts as imported.
 * `now` in epoch milliseconds.
 */
export async function finishRun(
  importId: string,
  summary: Prisma.InputJsonObject,
  { told, now }: { readonly told: Readonly<Record<string, number>>; readonly now: number },
): Promise<void> {
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
        ...told,
        rejected: run.rowsRejected,
      },
      at: now,
    })
  })
}
