import { startOfNextCalendar } from '../../../domain/desks/next-calendar.ts'
import { type DeskCalendar } from '../../../domain/time/calendar.ts'
import { getPrisma } from '../../db/prisma.ts'
import { auditSetting, impossibleSetting, type SettingChange } from '../change.ts'
import { type DeskSeen, lockDesk } from './lock-desk.ts'

/**
 * Gives the desk new opening hours from a local date on; today means from now. Hours that were to begin at that same instant are
 * replaced, those that have passed stay as they were. Throws what `startOfNextCalendar` throws.
 */
export async function setHours(
  input: DeskSeen & { readonly from: string; readonly calendar: DeskCalendar },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  const { from, calendar, ...seen } = input
  const validFrom = new Date(startOfNextCalendar(calendar, from, change.now))
  return getPrisma().$transaction(async (tx) => {
    const { version } = await lockDesk(tx, seen)
    const deskKey_validFrom = { deskKey: seen.key, validFrom }
    await tx.deskCalendar.upsert({
      where: { deskKey_validFrom },
      create: { ...deskKey_validFrom, calendar },
      update: { calendar },
    })
    await tx.desk.update({ where: { key: seen.key }, data: { zone: calendar.zone } })
    await auditSetting(tx, change, {
      ...{ action: 'desk.setHours', subjectKind: 'desk', subjectId: seen.key },
      after: { validFrom: validFrom.toISOString(), calendar },
    })
    return { version }
  })
}

/** Takes planned hours back. Throws `unprocessable` for hours that have begun: waits were already counted by them. */
export async function dropPlannedHours(
  input: DeskSeen & { readonly validFrom: number },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  const { validFrom, ...seen } = input
  if (validFrom <= change.now)
    throw impossibleSetting('validFrom', 'begun', 'These hours have begun. Set new ones from a later date.')
  return getPrisma().$transaction(async (tx) => {
    const { version } = await lockDesk(tx, seen)
    const where = { deskKey: seen.key, validFrom: new Date(validFrom) }
    await tx.deskCalendar.deleteMany({ where })
    await auditSetting(tx, change, {
      ...{ action: 'desk.dropPlannedHours', subjectKind: 'desk', subjectId: seen.key },
      before: { validFrom: where.validFrom.toISOString() },
    })
    return { version }
  })
}
