import type { Chunk, ColumnSpec } from './columns.ts'

/** The first number of the head; another layout or order of rows gets another one, so that old bytes are never misread. */
const layout = 2

interface Head {
  readonly layout: number
  /** The names of all columns: a chunk of other columns is not read as this one. */
  readonly columns: string
  readonly rows: number
  readonly words: readonly (readonly string[])[]
}

/**
 * A chunk as bytes: the length of the head, the head as JSON, then every column's array one after the other, numbers first,
 * each as little-endian machine words.
 */
export function packColumns<Spec extends ColumnSpec>(spec: Spec, chunk: Chunk<Spec>): Uint8Array {
  const { rows, numbers, flags, words } = chunk as Chunk<ColumnSpec>
  const head: Head = {
    layout,
    columns: namesOf(spec),
    rows,
    words: spec.words.map((name) => words[name]!.values),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(4 + text.length + sizeOf(spec, rows))
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  let offset = 4 + text.length
  const write = (column: Float64Array | Uint16Array | Uint8Array) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset)
    offset += column.byteLength
  }
  for (const name of spec.numbers) write(numbers[name]!)
  for (const name of spec.words) write(words[name]!.codes)
  for (const name of spec.flags) write(flags[name]!)
  return bytes
}

/**
 * Reads what `packColumns` wrote; null for another layout or other columns: another version of the program wrote it.
 *
 * @throws RangeError when the bytes are cut or too long.
 */
export function unpackColumns<Spec extends ColumnSpec>(spec: Spec, bytes: Uint8Array): Chunk<Spec> | null {
  if (bytes.length < 4) throw new RangeError('A chunk is cut')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head
  if (head.layout !== layout || head.columns !== namesOf(spec)) return null
  const { rows } = head
  if (bytes.length !== 4 + length + sizeOf(spec, rows)) throw new RangeError('A chunk is cut or too long')
  // Arrays of machine words must begin on their own multiples, which a copy does; `slice` of a Buffer would be no copy.
  const body = new Uint8Array(bytes.subarray(4 + length)).buffer
  let offset = 0
  const next = <Column>(width: number, make: (buffer: ArrayBuffer, at: number, rows: number) => Column) => {
    const column = make(body, offset, rows)
    offset += width * rows
    return column
  }
  const numbers = spec.numbers.map((name) => [name, next(8, (...at) => new Float64Array(...at))])
  const words = spec.words.map((name, place) => [
    name,
    { codes: next(2, (...at) => new Uint16Array(...at)), values: head.words[place] ?? [] },
  ])
  const flags = spec.flags.map((name) => [name, next(1, (...at) => new Uint8Array(...at))])
  return {
    rows,
    numbers: Object.fromEntries(numbers) as Chunk<Spec>['numbers'],
    flags: Object.fromEntries(flags) as Chunk<Spec>['flags'],
    words: Object.fromEntries(words) as Chunk<Spec>['words'],
  }
}

function sizeOf(spec: ColumnSpec, rows: number): number {
  return rows * (8 * spec.numbers.length + 2 * spec.words.length + spec.flags.length)
}

function namesOf(spec: ColumnSpec): string {
  return [...spec.numbers, '', ...spec.words, '', ...spec.flags].join(' ')
}
