import type { Language } from '@/domain/language/language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { PairsFigure } from './figure-data.ts'

/** How often two things were together; of one thing with itself: how often it was there at all. */
export interface PairInput {
  readonly left: string
  readonly right: string
  readonly count: number
}

/** A square of things: the diagonal holds each alone, the rest their pairs; both halves are the same number. */
export function prepareCoOccurrence(input: {
  readonly rowHeading: string
  readonly language: Language
  readonly labels: ReadonlyMap<string, string>
  readonly pairs: readonly PairInput[]
  readonly hrefOf: (left: string, right: string) => string | null
}): PairsFigure {
  const counts = new Map(input.pairs.flatMap((pair) => bothWays(pair)))
  const keys = [...input.labels.keys()].toSorted(
    (left, right) => (counts.get(keyOf(right, right)) ?? 0) - (counts.get(keyOf(left, left)) ?? 0),
  )
  const labelOf = (key: string) => input.labels.get(key) ?? key
  const strongest = input.pairs
    .filter(({ left, right }) => left !== right)
    .toSorted((left, right) => right.count - left.count)[0]
  return {
    kind: 'pairs',
    rowHeading: input.rowHeading,
    columns: keys.map((key) => ({ key, label: labelOf(key), unit: { kind: 'count' }, look: 'series-0' })),
    rows: keys.map((row) => ({
      key: row,
      label: labelOf(row),
      title: labelOf(row),
      cells: keys.map((column) => {
        const value = counts.get(keyOf(row, column)) ?? 0
        return { value, href: value === 0 ? null : input.hrefOf(row, column) }
      }),
    })),
    cut: null,
    sentence:
      strongest === undefined || strongest.count === 0
        ? { key: 'pairsEmpty', values: {} }
        : {
            key: 'pairs',
            values: {
              left: labelOf(strongest.left),
              right: labelOf(strongest.right),
              count: formatNumber(strongest.count, input.language),
            },
          },
  }
}

function bothWays({ left, right, count }: PairInput): [string, number][] {
  return [
    [keyOf(left, right), count],
    [keyOf(right, left), count],
  ]
}

function keyOf(left: string, right: string): string {
  return `${left}\n${right}`
}
