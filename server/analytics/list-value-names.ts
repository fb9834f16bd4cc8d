import { z } from 'zod'
import { type Localized } from '../../domain/language/language.ts'
import { signals } from '../../domain/screening/signals.ts'
import { defineQuery } from '../db/define-query.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { sql } from '../db/sql.ts'

const readNames = defineQuery({
  row: z.object({
    key: z.string(),
    name: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
  }),
  build: () => sql`
    SELECT DISTINCT ON (rule->>'key') rule->>'key' AS key, rule->'name' AS name
    FROM rule_set_versions, jsonb_array_elements(rules->'rules') rule
    ORDER BY rule->>'key', version DESC`,
})

/** Names by key. */
type Names = Readonly<Record<string, Localized>>

/** The latest name of every rule that ever was and the name of every signal, for charts, chips and lists. */
export async function listValueNames(): Promise<{ readonly rules: Names; readonly signals: Names }> {
  const rows = await inSnapshot((client) => readNames(client, undefined))
  return {
    rules: Object.fromEntries(rows.map(({ key, name }) => [key, name])),
    signals: Object.fromEntries(Object.values(signals).map(({ key, label }) => [key, label])),
  }
}
