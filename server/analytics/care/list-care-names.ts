import { z } from 'zod'
import { type Localized } from '../../../domain/language/language.ts'
import { type CareDimensionKey } from '../../../domain/metrics/dimensions.ts'
import { getPool } from '../../db/pool.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

const names = z.object({
  key: z.string(),
  name: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
})

const listDeskNames = defineQuery({ row: names, build: () => sql`SELECT key, name FROM desks ORDER BY key` })
const listKindNames = defineQuery({
  row: names,
  build: () => sql`SELECT key, name FROM case_kinds ORDER BY key`,
})

const listValues = defineQuery({
  row: z.object({ dimension: z.enum(['channel', 'priority', 'segment', 'source']), value: z.string() }),
  build: () => sql`
    SELECT 'channel' AS dimension, channel AS value FROM cases GROUP BY channel
    UNION ALL SELECT 'priority', coalesce(priority, '') FROM cases GROUP BY 2
    UNION ALL SELECT 'segment', coalesce(segment, '') FROM cases GROUP BY 2
    UNION ALL SELECT 'source', source FROM cases GROUP BY source`,
})

export interface CareNames {
  readonly desks: Readonly<Record<string, Localized>>
  readonly kinds: Readonly<Record<string, Localized>>
  /** What each dimension can be filtered by. */
  readonly values: Readonly<Record<CareDimensionKey, readonly string[]>>
}

/** The names of desks and kinds, and the values that occur. */
export async function listCareNames(): Promise<CareNames> {
  const client = await getPool().connect()
  try {
    const desks = await listDeskNames(client, undefined)
    const kinds = await listKindNames(client, undefined)
    const values = await listValues(client, undefined)
    const of = (dimension: string) =>
      values.flatMap((row) => (row.dimension === dimension ? [row.value] : []))
    const deskKeys = desks.map(({ key }) => key)
    return {
      desks: Object.fromEntries(desks.map(({ key, name }) => [key, name])),
      kinds: Object.fromEntries(kinds.map(({ key, name }) => [key, name])),
      values: {
        desk: deskKeys,
        fromDesk: deskKeys,
        kind: kinds.map(({ key }) => key),
        mode: ['warm', 'cold', 'onBehalf', 'unknown'],
        channel: of('channel'),
        priority: of('priority'),
        segment: of('segment'),
        source: of('source'),
        emergency: ['yes', 'no'],
      },
    }
  } finally {
    client.release()
  }
}
