import { localInstant } from '../../domain/thresholds/local-instant.ts'
import { getOrganisation } from '../organisation/organisation.ts'

/** The instant of a time on the organisation's wall; null: now. Throws `invalidInput` for what is no time there. */
export async function scheduledInstant(local: string | null): Promise<number | null> {
  if (local === null) return null
  const { zone } = await getOrganisation()
  return localInstant(local, zone)
}
