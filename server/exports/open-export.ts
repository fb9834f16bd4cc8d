import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { isPermitted } from '../../domain/access/permissions.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPool } from '../db/pool.ts'
import { getPrisma } from '../db/prisma.ts'
import { fileNameOf } from './export-question.ts'
import { getExport } from './list-exports.ts'
import { type ExportChange } from './request-export.ts'

const expand = promisify(gunzip)

/** A finished file. */
interface OpenedExport {
  readonly fileName: string
  readonly texts: AsyncGenerator<Buffer, void, undefined>
}

/**
 * Opens an own finished file, which the audit keeps. Rights are asked again: the role may have changed since it was asked for.
 * Throws `forbidden`, `notFound` for others' files and expired ones, `conflict` for one that is not finished.
 */
export async function openExport(
  exportId: string,
  { signedIn, now, requestId }: ExportChange,
): Promise<OpenedExport> {
  if (!isPermitted(signedIn.role, 'analytics.export')) {
    throw new AppError('forbidden', { userMessage: 'Your role does not allow exports.' })
  }
  const found = await getExport(exportId, signedIn.personId, now)
  if (found.status !== 'done') {
    throw new AppError('conflict', {
      userMessage: 'This file is not finished. Look at My exports how far it is.',
    })
  }
  await getPrisma().$transaction((tx) =>
    appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'exports.download', subjectKind: 'export', subjectId: exportId },
      ...{ after: { rows: found.rowsDone }, at: now, requestId },
    }),
  )
  return { fileName: fileNameOf(found.question), texts: readPieces(exportId) }
}

async function* readPieces(exportId: string): AsyncGenerator<Buffer, void, undefined> {
  for (let seq = 0; ; seq++) {
    const { rows } = await getPool().query<{ body: Buffer }>(
      'SELECT body FROM export_pieces WHERE job_id = $1 AND seq = $2',
      [exportId, seq],
    )
    if (rows[0] === undefined) return
    yield await expand(rows[0].body)
  }
}
