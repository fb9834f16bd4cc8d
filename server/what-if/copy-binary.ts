import { type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** Signature, flags and the length of an extension that is never there. */
const headerBytes = 19
const end = -1

/** A column as it was sent; null is SQL's. */
export type Cell = Buffer | null

/**
 * The rows of a query as bytes, by COPY: the driver reads every other answer as text, where a byte is two characters. `query` is a
 * text of this code, with no value of an input in it that is not a number. Throws RangeError for bytes that are no such answer.
 */
export async function copyBinary(client: ClientBase, query: string): Promise<Cell[][]> {
  const pieces: Buffer[] = []
  for await (const piece of copyOut(client, query)) pieces.push(piece)
  const rows: Cell[][] = []
  const bytes = Buffer.concat(pieces)
  if (readRows(bytes, headerBytes, (row) => rows.push([...row])) < bytes.length) throw tooShort()
  return rows
}

/**
 * The same, one row after another while they arrive, for many small ones. A row and its cells are valid during the call only.
 */
export async function copyEachBinary(
  client: ClientBase,
  query: string,
  onRow: (row: readonly Cell[]) => void,
): Promise<void> {
  let left: Buffer = Buffer.alloc(0)
  let begun = false
  for await (const piece of copyOut(client, query)) {
    const bytes = left.length === 0 ? piece : Buffer.concat([left, piece])
    const from = begun ? 0 : headerBytes
    begun ||= bytes.length >= headerBytes
    left = begun ? bytes.subarray(readRows(bytes, from, onRow)) : bytes
  }
  if (!begun || left.length > 0) throw tooShort()
}

function tooShort(): RangeError {
  return new RangeError('The copied rows end too early')
}

function copyOut(client: ClientBase, query: string): AsyncIterable<Buffer> {
  return client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`))
}

/** Reads the whole rows from a place on; gives where the first row begins that is not whole. */
function readRows(bytes: Buffer, from: number, onRow: (row: readonly Cell[]) => void): number {
  const row: Cell[] = []
  let begin = from
  while (begin + 2 <= bytes.length) {
    const columns = bytes.readInt16BE(begin)
    let at = begin + 2
    if (columns === end) return at
    row.length = 0
    for (let i = 0; i < columns; i++) {
      if (at + 4 > bytes.length) return begin
      const length = bytes.readInt32BE(at)
      at += 4
      if (at + Math.max(length, 0) > bytes.length) return begin
      row.push(length < 0 ? null : bytes.subarray(at, at + length))
      if (length > 0) at += length
    }
    onRow(row)
    begin = at
  }
  return begin
}
