import { z } from 'zod'
import { type Localized } from '../../domain/language/language.ts'
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

/** The latest name of every rule that ever was, by its key, for charts, chips and lists. */
export async function listRuleNames(): Promise<Readonly<Record<string, Localized>>> {
  const rows = await inSnapshot((client) => readNames(client, undefined))
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]))
}
