import { getPrisma } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { auditRefusal } from '../audit-refusal.ts'
import { changedMeanwhile, changeVersion, requireStatus } from '../change-version.ts'
import { returnRamp } from '../live/run-ramps.ts'
import { requireOtherPerson } from '../require-other-person.ts'
import { getVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'

/** Lets the present step of a ramp go on, where its gate asks for somebody's word. Throws `forbidden` for who wrote or edited the version. */
export async function letRampOn(version: number, change: VersionChange) {
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, ['ramping'])
    await requireOtherPerson(query, current, change)
    return { type: 'rampLetOn', set: {}, facts: { step: current.rampStep } }
  })
}

/** Takes a ramping version back at once: nobody has to sign for asking as before. */
export async function takeBackRamp(version: number, change: VersionChange): Promise<void> {
  await auditRefusal(version, change, () =>
    getPrisma().$transaction(async (tx) => {
      const current = await getVersion(inTransaction(tx), version, { lock: true })
      if (change.expectedEdition !== current.edition) throw changedMeanwhile(current)
      requireStatus(current, ['ramping'])
      await returnRamp(tx, current, 'takenBack', change)
    }),
  )
}
