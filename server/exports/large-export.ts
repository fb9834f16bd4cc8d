import { AppError } from '../../domain/errors/app-error.ts'
import { type ExportQuestion, exportQuestionSchema } from './export-question.ts'
import { countExport } from './write-export.ts'

/** A page waits for so many rows; a file with more is made in the background. */
const directRowsAtMost = 50_000

/**
 * Where a question whose file a page should not wait for is taken; null for one that is answered at once.
 *
 * @throws AppError what counting its rows throws.
 */
export async function findExportPage(question: ExportQuestion, now: number): Promise<string | null> {
  if ((await countExport(question, now)) <= directRowsAtMost) return null
  const parts = Object.entries(question).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)] as [string, string]],
  )
  return `/exports?${new URLSearchParams(parts).toString()}`
}

/** The question that such an address holds; null for any other. */
export function findQuestion(
  search: Readonly<Record<string, string | string[] | undefined>>,
): ExportQuestion | null {
  const age = search.age === undefined ? undefined : Number(search.age)
  try {
    const parsed = exportQuestionSchema.safeParse({ ...search, age })
    return parsed.success ? parsed.data : null
  } catch (error) {
    // A scope that somebody wrote by hand and that cannot be read asks for nothing.
    if (error instanceof AppError) return null
    throw error
  }
}
