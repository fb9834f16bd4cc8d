import { type DeskSettings } from '../../../domain/desks/desk-settings.ts'
import { startOfNextCalendar } from '../../../domain/desks/next-calendar.ts'
import { type DeskCalendar } from '../../../domain/time/calendar.ts'
import { dateAt } from '../../../domain/time/local-date.ts'
import { getPrisma } from '../../db/prisma.ts'
import { auditSetting, impossibleSetting, type SettingChange } from '../change.ts'
import { type DeskSeen, lockDesk } from './lock-desk.ts'

/**
 * Adds a desk with the hours that it has had all along. Throws `unprocessable` for a key that is taken and for hours under which it
 * never opens.
 */
export async function addDesk(
  input: { readonly key: string; readonly settings: DeskSettings; readonly calendar: DeskCalendar },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  const { key, settings, calendar } = input
  startOfNextCalendar(calendar, dateAt(change.now, calendar.zone).toString(), change.now)
  return getPrisma().$transaction(async (tx) => {
    const data = { key, ...settings, zone: calendar.zone, segments: [], languages: [] }
    const { count } = await tx.desk.createMany({ data: [data], skipDuplicates: true })
    if (count === 0)
      throw impossibleSetting('key', 'taken', 'There is a desk with this key already. Choose another key.')
    await tx.deskCalendar.create({ data: { deskKey: key, validFrom: new Date(0), calendar } })
    await auditSetting(tx, change, {
      ...{ action: 'desk.add', subjectKind: 'desk', subjectId: key },
      after: { ...settings, calendar },
    })
    return { version: 1 }
  })
}

/** Changes what a desk is called, its number, its time to accept and the brief that it needs. */
export async function changeDesk(
  { settings, ...seen }: DeskSeen & { readonly settings: DeskSettings },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  return getPrisma().$transaction(async (tx) => {
    const { version, name, phone, acceptMinutes, briefFields } = await lockDesk(tx, seen)
    await tx.desk.update({ where: { key: seen.key }, data: settings })
    await auditSetting(tx, change, {
      ...{ action: 'desk.change', subjectKind: 'desk', subjectId: seen.key },
      ...{ before: { name, phone, acceptMinutes, briefFields }, after: settings },
    })
    return { version }
  })
}
