import { type ClientBase } from 'pg'
import { type z } from 'zod'
import { type Sql, statementOf } from './sql.ts'

/**
 * Makes one function of a query: typed parameters in, rows checked against `row` out; nothing untyped leaves. Throws when a row
 * is not what the query promised, which is a fault of ours and never shown as an empty answer.
 */
export function defineQuery<Parameters, Row extends z.ZodType>(definition: {
  readonly row: Row
  readonly build: (parameters: Parameters) => Sql
}): (client: ClientBase, parameters: Parameters) => Promise<z.output<Row>[]> {
  return async (client, parameters) => {
    const { rows } = await client.query(statementOf(definition.build(parameters)))
    return rows.map((row) => definition.row.parse(row))
  }
}
