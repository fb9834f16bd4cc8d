import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { type Role } from '../../../domain/access/roles.ts'
import { getPrisma } from '../../../server/db/prisma.ts'

/** Monday, 8 June 2026, 10:00 in Warsaw. */
export const monday = Date.UTC(2026, 5, 8, 8)
export const minute = 60_000
export const hour = 60 * minute

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const officeHours = {
  zone: 'Europe/Warsaw',
  weekly: Object.fromEntries(weekdays.map((day) => [day, [{ opens: '09:00', closes: '17:00' }]])),
}

/** Adds a person who is signed in; of the desks named. */
export async function addPerson(name: string, role: Role, ...desks: string[]): Promise<SignedIn> {
  const personId = randomUUID()
  const email = `${name.toLowerCase()}@example.org`
  await getPrisma().person.create({ data: { id: personId, email, name, role, passwordHash: 'none' } })
  await getPrisma().deskMember.createMany({ data: desks.map((deskKey) => ({ deskKey, personId })) })
  return {
    personId,
    sessionId: randomUUID(),
    name,
    email,
    role,
    language: 'en',
    colourScheme: 'auto',
    shortcuts: true,
  }
}

/** The desks, and people who are signed in: by name, with their role and desks. */
export async function addCast<Name extends string>(
  cast: Readonly<Record<Name, readonly [role: Role, ...desks: string[]]>>,
): Promise<Record<Name, SignedIn>> {
  await addDesks()
  const people = {} as Record<Name, SignedIn>
  for (const [name, [role, ...desks]] of Object.entries(cast) as [Name, (typeof cast)[Name]][])
    people[name] = await addPerson(`${name.charAt(0).toUpperCase()}${name.slice(1)}`, role, ...desks)
  return people
}

/** A branch and a card desk with office hours, and two kinds of case, one of them an emergency. */
export async function addDesks(): Promise<void> {
  const prisma = getPrisma()
  const brief = [
    {
      key: 'wish',
      label: { en: 'What the customer wants', pl: 'Czego chce klient', ru: 'Чего хочет клиент' },
      required: true,
    },
  ]
  for (const key of ['branch', 'cards']) {
    const name = { en: key, pl: key, ru: key }
    await prisma.desk.create({
      data: {
        key,
        name,
        zone: 'Europe/Warsaw',
        briefFields: brief,
        acceptMinutes: 10,
        segments: [],
        languages: [],
      },
    })
    await prisma.deskCalendar.create({
      data: { deskKey: key, validFrom: new Date(0), calendar: officeHours },
    })
  }
  const names = { en: 'Kind', pl: 'Rodzaj', ru: 'Вид' }
  await prisma.caseKind.create({ data: { key: 'card', name: names, targetMinutes: 480 } })
  await prisma.caseKind.create({ data: { key: 'stolen', name: names, emergency: true, targetMinutes: 60 } })
}
