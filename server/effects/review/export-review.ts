import { stringify } from 'csv-stringify/sync'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type Scope, scopeQuery } from '../../../domain/metrics/scope.ts'
import { type CsvDialect, dialects } from '../../analytics/analytics.ts'
import { type ReviewChoice } from '../../../domain/effects/review-choice.ts'
import { chooseRows } from './get-proposal-review.ts'
import { readReviewed } from './read-reviewed.ts'

const columns = [
  ...['reference', 'title', 'status', 'desk', 'author', 'submittedAt', 'firstAnswerAt', 'firstAnswerDueAt'],
  ...['toldAt', 'implementedAt', 'verdict', 'impact', 'effort'],
]

/**
 * The chosen proposals as CSV: head lines (`#`) that state scope, zone and time, the rows newest first, and a last line with their
 * number. What the person may not see on the page is empty here as well. Cells that a spreadsheet would run are escaped.
 */
export async function exportReview(
  scope: Scope,
  choice: ReviewChoice,
  {
    signedIn,
    now,
    dialect,
  }: { readonly signedIn: SignedIn; readonly now: number; readonly dialect: CsvDialect },
): Promise<string> {
  const { rows, zone } = await readReviewed(scope, { now, viewerId: signedIn.personId })
  const chosen = chooseRows(rows, choice)
  const { delimiter, start, decimal } = dialects[dialect]
  const number = (value: number | null) => (value === null ? null : decimal(value.toFixed(2)))
  const lines = [
    ['# scope', scopeQuery(scope)],
    ['# zone', zone],
    ['# as of', isoInstant(now, zone)],
    columns,
    ...chosen.map((row) => [
      ...[row.reference, row.title, row.status, row.desk, row.author, isoInstant(row.toldSubmittedAt, zone)],
      ...[isoInstant(row.firstAnswerAt, zone), isoInstant(row.firstAnswerDueAt, zone)],
      ...[isoInstant(row.toldAt, zone), isoInstant(row.implementedAt, zone), row.verdict],
      ...[number(row.impact), number(row.effort)],
    ]),
    ['# rows', chosen.length],
  ]
  return start + stringify(lines, { delimiter, escape_formulas: true, record_delimiter: 'windows' })
}
