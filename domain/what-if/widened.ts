type Column = Uint8Array | Uint32Array | Int32Array | Float64Array

/** A longer copy of a column, its new end zero. */
export function widened<Kind extends Column>(column: Kind, length: number): Kind {
  const wider = new (column.constructor as new (length: number) => Kind)(length)
  wider.set(column)
  return wider
}
