import { getPool } from '../db/pool.ts'

/** What an organisation is at its first start. */
export interface NewOrganisation {
  readonly name: string
  /** IANA zone in which ranges are chosen unless somebody says otherwise. */
  readonly zone: string
  readonly demo: boolean
  /** Epoch milliseconds; null while there is still something to load. */
  readonly loadedAt: number | null
}

/** Writes the one organisation of this installation, unless there is one. Gives whether it was new. */
export async function ensureOrganisation(organisation: NewOrganisation): Promise<boolean> {
  const { name, zone, demo, loadedAt } = organisation
  const { rowCount } = await getPool().query(
    `INSERT INTO organisation (id, name, zone, demo, loaded_at) VALUES (1, $1, $2, $3, to_timestamp($4::float8 / 1000))
     ON CONFLICT (id) DO NOTHING`,
    [name, zone, demo, loadedAt],
  )
  return rowCount === 1
}
