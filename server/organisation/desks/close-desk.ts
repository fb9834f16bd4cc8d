import { getPrisma } from '../../db/prisma.ts'
import { auditSetting, impossibleSetting, type SettingChange } from '../change.ts'
import { type DeskSeen, lockDesk } from './lock-desk.ts'

/**
 * Takes a desk out of use: nobody can hand over to it any more, its history stays. Throws `unprocessable` while customers are with it
 * or on their way to it, because they would be nobody's.
 */
export async function closeDesk(
  seen: DeskSeen,
  change: SettingChange,
): Promise<{ readonly version: number }> {
  return getPrisma().$transaction(async (tx) => {
    const { version } = await lockDesk(tx, seen)
    const waiting =
      (await tx.case.count({ where: { desk: seen.key, status: 'open', source: { not: 'import' } } })) +
      (await tx.handoff.count({ where: { toDesk: seen.key, state: 'offered' } }))
    if (waiting > 0) {
      throw impossibleSetting(
        'active',
        'customersWait',
        `${waiting} customers are with this desk or on their way to it. Hand them over or resolve their cases first.`,
      )
    }
    await tx.desk.update({ where: { key: seen.key }, data: { active: false } })
    await auditSetting(tx, change, { action: 'desk.close', subjectKind: 'desk', subjectId: seen.key })
    return { version }
  })
}

/** Puts a desk back into use. */
export async function openDesk(seen: DeskSeen, change: SettingChange): Promise<{ readonly version: number }> {
  return getPrisma().$transaction(async (tx) => {
    const { version } = await lockDesk(tx, seen)
    await tx.desk.update({ where: { key: seen.key }, data: { active: true } })
    await auditSetting(tx, change, { action: 'desk.open', subjectKind: 'desk', subjectId: seen.key })
    return { version }
  })
}
