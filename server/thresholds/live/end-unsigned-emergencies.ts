import { inTransaction, onPool } from '../../db/query.ts'
import { getVersion, listVersionsIn } from '../stored-version.ts'
import { tellPeople } from '../tell/tell-people.ts'
import { clockwork } from '../version-change.ts'
import { activateVersion, withVersion } from './activate-version.ts'

/** Brings back the version before an emergency that nobody else signed in time. `now` in epoch milliseconds. Gives how many. */
export async function endUnsignedEmergencies(now: number): Promise<number> {
  let ended = 0
  for (const { version, signBy } of await listVersionsIn(onPool, ['active'])) {
    if (signBy === null || signBy > now) continue
    ended += await withVersion(version, async (tx, current) => {
      if (current.status !== 'active' || current.signBy === null || current.signBy > now) return 0
      if (current.baseVersion === null) return 0
      const before = await getVersion(inTransaction(tx), current.baseVersion, { lock: true })
      await tellPeople(tx, 'owners', current, 'rules.returned', { actor: clockwork, now })
      await activateVersion(tx, before, { actor: clockwork, now })
      return 1
    })
  }
  return ended
}
