import pg from 'pg'
import { z } from 'zod'

const alwaysSchema = z.object({ table: z.string(), name: z.string() })

/**
 * Puts the triggers of `tables` to sleep in the caller's transaction, so that rows arrive as they were, and gives what wakes them. Those that
 * hold in every session do so again: woken with the others they would be ordinary ones.
 */
export async function putTriggersToSleep(
  client: pg.Client,
  tables: readonly { readonly name: string }[],
): Promise<() => Promise<void>> {
  const { rows } = await client.query(
    `SELECT c.relname AS table, t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE t.tgenabled = 'A' AND NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace`,
  )
  const always = rows.map((row) => alwaysSchema.parse(row))
  const alter = (table: string, what: string) =>
    client.query(`ALTER TABLE ${pg.escapeIdentifier(table)} ${what}`)
  for (const { name } of tables) await alter(name, 'DISABLE TRIGGER USER')
  return async () => {
    for (const { name } of tables) await alter(name, 'ENABLE TRIGGER USER')
    for (const { table, name } of always)
      await alter(table, `ENABLE ALWAYS TRIGGER ${pg.escapeIdentifier(name)}`)
  }
}
