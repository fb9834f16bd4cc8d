import { z } from 'zod'
import { zoneSchema } from '../../domain/time/zone-schema.ts'
import { getPool } from '../db/pool.ts'

/** The one organisation that this installation serves. */
export interface Organisation {
  readonly name: string
  /** IANA zone in which ranges are chosen unless somebody says otherwise. */
  readonly zone: string
  readonly demo: boolean
}

const rowSchema = z.object({ name: z.string(), zone: zoneSchema, demo: z.boolean() })

/** Before the first start has written the organisation, its pages are in UTC and have no name. */
const unnamed: Organisation = { name: '', zone: 'UTC', demo: false }

/** The organisation's name, zone and whether it is the demo. */
export async function getOrganisation(): Promise<Organisation> {
  const { rows } = await getPool().query({
    name: 'organisation-get',
    text: 'SELECT name, zone, demo FROM organisation WHERE id = 1',
  })
  return rows.length === 0 ? unnamed : rowSchema.parse(rows[0])
}
