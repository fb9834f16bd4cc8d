import pg, { type ClientBase } from 'pg'

/** Integers and bytes as the wire has them: in text a byte is two characters, and reading those takes longer than all else. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number) => {
    if (oid === pg.types.builtins.BYTEA) return (bytes: Buffer) => bytes
    if (oid === pg.types.builtins.INT4) return (bytes: Buffer) => bytes.readInt32BE(0)
    throw new RangeError(`A binary query gives integers and bytes, not the type ${oid}`)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** A query whose columns are all integer or bytea, as arrays. Throws RangeError for any other type. */
export async function queryBinary<Row extends readonly unknown[]>(
  client: ClientBase,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  // The driver's types do not know its switch for the binary format.
  const query = { text, values: [...values], rowMode: 'array' as const, binary: true, types }
  const { rows } = await client.query<Row & unknown[]>(query)
  return rows
}
