export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array

const kinds = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const
const headerWords = 2

/**
 * Columns of non-negative whole numbers, or of any numbers, as bytes: each in the narrowest of 1, 2, 4 or 8 bytes a number that
 * loses nothing. Little-endian, as every machine that Node.js runs on.
 */
export function packArrays(columns: readonly Column[]): Uint8Array {
  const narrow = columns.map(narrowest)
  const header = new Uint32Array(1 + headerWords * narrow.length)
  header[0] = narrow.length
  let at = aligned(header.byteLength)
  const starts = narrow.map((column, i) => {
    header[1 + i * headerWords] = kinds.findIndex((kind) => column instanceof kind)
    header[2 + i * headerWords] = column.length
    const start = at
    at = aligned(at + column.byteLength)
    return start
  })
  const bytes = new Uint8Array(at)
  bytes.set(new Uint8Array(header.buffer))
  narrow.forEach((column, i) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), starts[i])
  })
  return bytes
}

/** The columns again, as narrow as they were stored. Throws RangeError for bytes that `packArrays` did not make. */
export function unpackArrays(packed: Uint8Array): Column[] {
  // A copy begins at an address that every width may be read from; the driver's bytes begin anywhere.
  const { buffer } = new Uint8Array(packed)
  const count = new Uint32Array(buffer, 0, 1)[0]!
  const header = new Uint32Array(buffer, 4, headerWords * count)
  let at = aligned(4 + header.byteLength)
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[header[i * headerWords]!]
    const length = header[i * headerWords + 1]!
    if (kind === undefined) throw new RangeError('These bytes are no packed columns')
    const column = new kind(buffer, at, length)
    at = aligned(at + column.byteLength)
    return column
  })
}

function narrowest(column: Column): Column {
  if (column instanceof Uint8Array) return column
  let most = 0
  for (const value of column) {
    if (value > most) most = value
    if (!(value >= 0) || value % 1 !== 0 || Object.is(value, -0)) return column
  }
  if (most < 0x100) return Uint8Array.from(column)
  if (most < 0x1_0000) return Uint16Array.from(column)
  return most < 0x1_0000_0000 ? Uint32Array.from(column) : column
}

function aligned(bytes: number): number {
  return (bytes + 7) & ~7
}
