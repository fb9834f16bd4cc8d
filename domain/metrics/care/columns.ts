/**
 * Which columns a chunk has. Numbers are epoch ms, durations in ms or counts; words come from a small set of texts. Stored
 * chunks of other columns are not read (`unpackColumns`): their weeks are read from the rows until they are made anew.
 */
export interface ColumnSpec {
  readonly numbers: readonly string[]
  readonly flags: readonly string[]
  readonly words: readonly string[]
}

/** One row before it is packed. null is kept apart from 0 and from the empty text. */
export type RowOfSpec<Spec extends ColumnSpec> = Readonly<
  Record<Spec['numbers'][number], number | null> &
    Record<Spec['flags'][number], boolean> &
    Record<Spec['words'][number], string>
>

export interface WordColumn {
  /** Place of each row's text in `values`. */
  readonly codes: Uint16Array
  readonly values: readonly string[]
}

/** Rows in columns: a figure over a hundred thousand of them is one pass over a few arrays. A null number is NaN. */
export interface Chunk<Spec extends ColumnSpec> {
  readonly rows: number
  readonly numbers: Readonly<Record<Spec['numbers'][number], Float64Array>>
  readonly flags: Readonly<Record<Spec['flags'][number], Uint8Array>>
  readonly words: Readonly<Record<Spec['words'][number], WordColumn>>
}

/**
 * Puts rows into columns.
 *
 * @throws RangeError for more than 65 536 different texts in one column.
 */
export function chunkOf<Spec extends ColumnSpec>(spec: Spec, rows: readonly RowOfSpec<Spec>[]): Chunk<Spec> {
  const cells = rows as readonly Readonly<Record<string, number | string | boolean | null>>[]
  const numbers = spec.numbers.map((name) => [
    name,
    Float64Array.from(cells, (row) => (row[name] as number | null) ?? NaN),
  ])
  const flags = spec.flags.map((name) => [
    name,
    Uint8Array.from(cells, (row) => (row[name] === true ? 1 : 0)),
  ])
  const words = spec.words.map((name) => [name, wordColumn(cells.map((row) => String(row[name])))])
  return {
    rows: rows.length,
    numbers: Object.fromEntries(numbers) as Chunk<Spec>['numbers'],
    flags: Object.fromEntries(flags) as Chunk<Spec>['flags'],
    words: Object.fromEntries(words) as Chunk<Spec>['words'],
  }
}

function wordColumn(texts: readonly string[]): WordColumn {
  const places = new Map<string, number>()
  const codes = Uint16Array.from(texts, (text) => {
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, places.size)
    return places.size - 1
  })
  if (places.size > 65_536) throw new RangeError('A column of words has too many different ones')
  return { codes, values: [...places.keys()] }
}
