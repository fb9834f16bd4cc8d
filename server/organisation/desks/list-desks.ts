import { z } from 'zod'
import { deskParts, localizedText } from '../../../domain/desks/desk-settings.ts'
import { languages } from '../../../domain/language/language.ts'
import { isOpenAt, nextOpening } from '../../../domain/time/business-time.ts'
import { calendarVersions, roundTheClock } from '../../../domain/time/calendar-versions.ts'
import { deskCalendarSchema } from '../../../domain/time/calendar.ts'
import { getPrisma } from '../../db/prisma.ts'
import { settingNotFound } from '../change.ts'

const briefFields = z.array(z.object({ key: z.string(), label: localizedText(200), required: z.boolean() }))

/** All desks, those in use first; with whether they are open at `now` (epoch ms). */
export async function listDeskSettings(now: number) {
  const desks = await getPrisma().desk.findMany({
    include: { calendars: true, _count: { select: { members: true } } },
    orderBy: [{ active: 'desc' }, { key: 'asc' }],
  })
  return desks.map((desk) => {
    const hours = hoursOf(desk.calendars)
    return {
      ...{ key: desk.key, name: localizedText(200).parse(desk.name), zone: desk.zone, active: desk.active },
      ...{ acceptMinutes: desk.acceptMinutes, members: desk._count.members },
      open: isOpenAt(hours, now),
      opensAt: nextOpening(hours, now),
    }
  })
}

/** One desk with its brief, all its hours (the latest first) and its people. Throws `notFound`. */
export async function getDeskSettings(key: string, now: number) {
  const prisma = getPrisma()
  const desk = await prisma.desk.findUnique({
    where: { key },
    include: { calendars: { orderBy: { validFrom: 'desc' } }, members: true },
  })
  if (!desk) throw settingNotFound()
  const people = await prisma.person.findMany({
    where: { id: { in: desk.members.map(({ personId }) => personId) } },
    select: { id: true, name: true, role: true, status: true },
  })
  const hours = hoursOf(desk.calendars)
  const inForce = desk.calendars.find(({ validFrom }) => validFrom.getTime() <= now) ?? desk.calendars.at(-1)
  return {
    ...{ key: desk.key, name: localizedText(200).parse(desk.name), zone: desk.zone, phone: desk.phone },
    ...{ acceptMinutes: desk.acceptMinutes, active: desk.active, version: desk.version },
    briefFields: briefFields.parse(desk.briefFields),
    ...{ open: isOpenAt(hours, now), opensAt: nextOpening(hours, now) },
    hours: desk.calendars.map((version) => ({
      validFrom: version.validFrom.getTime(),
      calendar: deskCalendarSchema.parse(version.calendar),
      state:
        version === inForce
          ? ('inForce' as const)
          : version.validFrom.getTime() > now
            ? ('planned' as const)
            : ('past' as const),
    })),
    members: desk.members
      .map((member) => {
        const person = people.find(({ id }) => id === member.personId)
        return {
          personId: member.personId,
          name: person?.name ?? member.personId,
          active: person?.status === 'active',
          part: z.enum(deskParts).parse(member.part),
          languages: z.array(z.enum(languages)).parse(member.languages),
        }
      })
      .toSorted((left, right) => left.name.localeCompare(right.name)),
  }
}

/** Who can belong to a desk, by name. */
export function listPeopleForDesks(): Promise<{ id: string; name: string }[]> {
  return getPrisma().person.findMany({
    where: { status: 'active', role: { in: ['staff', 'manager'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

function hoursOf(calendars: readonly { readonly validFrom: Date; readonly calendar: unknown }[]) {
  if (calendars.length === 0) return roundTheClock
  return calendarVersions(
    calendars.map(({ validFrom, calendar }) => ({
      validFrom: validFrom.getTime(),
      calendar: deskCalendarSchema.parse(calendar),
    })),
  )
}
