import type { Chunk, RowOfSpec } from '../care/columns.ts'

/** What the overview reads of alerts; a row counts at `raisedAt`. Withdrawn alerts are no rows. */
export const alertColumns = {
  numbers: ['raisedAt'],
  flags: [
    /** The customer said what it was: counts in shares of outcomes. */
    'judged',
    /** It was a mistake or fraud. */
    'worth',
    /** Raised by rules, so that it could be judged. */
    'judgeable',
    'unreachable',
  ],
  words: [
    /** Keys of the rules that fired, in order, with a comma between. */
    'rules',
    'segment',
    'channel',
    'currency',
    'severity',
    'source',
    'outcome',
  ],
} as const

export type AlertColumns = typeof alertColumns
export type AlertFact = RowOfSpec<AlertColumns>
export type AlertChunk = Chunk<AlertColumns>

/** The dimensions that these columns can be filtered and split by. */
export const alertColumnDimensions = [
  'rule',
  'segment',
  'channel',
  'currency',
  'severity',
  'source',
  'outcome',
] as const

export type AlertColumnDimension = (typeof alertColumnDimensions)[number]

/** The values of a dimension that each code of a chunk's column stands for: several only for rules. */
export function valuesByCode(
  chunk: AlertChunk,
  dimension: AlertColumnDimension,
): readonly (readonly string[])[] {
  if (dimension === 'rule')
    return chunk.words.rules.values.map((text) => (text === '' ? [] : text.split(',')))
  return chunk.words[dimension].values.map((value) => [value])
}

/** The codes of the rows of a dimension. */
export function codesOf(chunk: AlertChunk, dimension: AlertColumnDimension): Uint16Array {
  return chunk.words[dimension === 'rule' ? 'rules' : dimension].codes
}
