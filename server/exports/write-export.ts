import { scopeOfQuery } from '../../domain/views/view-query.ts'
import { countCareExport, countRows, exportRows, writeCareRows } from '../analytics/analytics.ts'
import { type ExportQuestion } from './export-question.ts'

/** Takes a stretch of the file and says how many of its rows there are by now. */
type TakePiece = (text: string, rowsDone: number) => Promise<void>

/**
 * How many rows a question's file will have, of the moment `now` (epoch ms).
 *
 * @throws AppError `invalidInput` for a scope that cannot be read, `unprocessable` for the period `all` without data.
 */
export function countExport(question: ExportQuestion, now: number): Promise<number> {
  const scope = scopeOfQuery(question.query)
  if (question.of === 'rows') return countRows(question.list, scope, now)
  const { metric, part, turn, age } = question
  return countCareExport(metric, scope, { now, part, cell: { turn, age } })
}

/** Writes a question's file piece by piece, all of one moment; stops when `take` throws. */
export async function writeExport(question: ExportQuestion, now: number, take: TakePiece): Promise<void> {
  const scope = scopeOfQuery(question.query)
  const { dialect } = question
  if (question.of === 'care') {
    const { metric, part, turn, age } = question
    return writeCareRows(metric, scope, { now, part, dialect, cell: { turn, age } }, take)
  }
  let rowsDone = 0
  const onRows = (count: number) => void (rowsDone = count)
  for await (const text of exportRows(question.list, scope, { now, dialect, onRows }))
    await take(text, rowsDone)
}
