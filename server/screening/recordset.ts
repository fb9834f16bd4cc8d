/** The SQL types of a table's columns, as the decision writes them: one JSON parameter becomes rows. */
export type ColumnTypes = Readonly<Record<string, string>>

/** `json_to_recordset($n) AS name(column type, ...)`. Names and types are of this code, never of an input. */
export function recordset(parameter: number, name: string, columns: ColumnTypes): string {
  const definitions = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`)
  return `json_to_recordset($${parameter}::json) AS ${name}(${definitions.join(', ')})`
}

/** The columns for INSERT, or with a row's name for SELECT. */
export function columnList(columns: ColumnTypes, of?: string): string {
  return Object.keys(columns)
    .map((column) => (of === undefined ? `"${column}"` : `${of}."${column}"`))
    .join(', ')
}
