import { stringify } from 'csv-stringify/sync'
import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type Figure, type MetricAnswer } from '../../../domain/metrics/metric-answer.ts'
import { type Scope, scopeQuery } from '../../../domain/metrics/scope.ts'
import { type CsvDialect, dialects } from './csv-dialect.ts'

/** A chart's figures as CSV: head lines, one line a bucket (and part), and the total last. An empty cell is "not applicable". */
export function exportFigures(answer: MetricAnswer, scope: Scope, dialect: CsvDialect): string {
  const { delimiter, start, decimal } = dialects[dialect]
  const { zone } = answer
  const number = (value: number | null | undefined) => (value == null ? '' : decimal(String(value)))
  const figure = ({ value, numerator, n, low, high }: Figure) => [value, numerator, n, low, high].map(number)
  const parts = answer.series?.map(({ by, points }) => ({ part: by.value, points })) ?? [
    { part: '', points: answer.points },
  ]
  const lines = [
    ['# metric', answer.definition.key, `version ${answer.definition.version}`],
    ['# scope', scopeQuery(scope)],
    ['# zone', zone],
    ['# as of', isoInstant(answer.asOf, zone)],
    ['from', 'to', 'bucket', 'part', 'value', 'numerator', 'n', 'low', 'high', 'unfinished'],
    ...parts.flatMap(({ part, points }) =>
      points.map((point) => [
        isoInstant(point.from, zone),
        isoInstant(point.to, zone),
        point.key,
        part,
        ...figure(point),
        String(point.unfinished),
      ]),
    ),
    ['# total', '', '', '', ...figure(answer.total), ''],
  ]
  return start + stringify(lines, { delimiter, escape_formulas: true, record_delimiter: 'windows' })
}
