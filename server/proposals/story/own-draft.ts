import { AppError } from '../../../domain/errors/app-error.ts'
import { type Language, languages } from '../../../domain/language/language.ts'
import { type Tx } from '../../db/prisma.ts'

/** A draft that its author works on; the row is held until the transaction ends. Throws `notFound` for everybody else. */
export async function lockOwnDraft(tx: Tx, proposalId: string, personId: string) {
  const [row] = await tx.$queryRaw<
    {
      id: string
      status: string
      language: string
      sourceKind: string
      sourceId: string | null
      authorId: string
    }[]
  >`
    SELECT id::text, status, language, source_kind AS "sourceKind", source_id AS "sourceId", author_id::text AS "authorId"
      FROM proposals WHERE id = ${proposalId}::uuid AND author_id = ${personId}::uuid FOR UPDATE`
  if (!row) throw new AppError('notFound', { userMessage: 'There is no such story of yours.' })
  if (row.status !== 'draft') {
    throw new AppError('conflict', {
      userMessage: 'This story was submitted already and can no longer be edited.',
      details: { reason: 'submittedAlready', status: row.status },
    })
  }
  return { ...row, language: languages.find((one) => one === row.language) ?? ('en' satisfies Language) }
}
