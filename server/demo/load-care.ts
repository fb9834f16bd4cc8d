import { addressCases } from '../../domain/demo/address-cases.ts'
import {
  careAccounts,
  careLanguages,
  careColleagues,
  type CarePerson,
  type PeopleIds,
} from '../../domain/demo/care-people.ts'
import { careStories } from '../../domain/demo/care-stories.ts'
import { careYear } from '../../domain/demo/care-year.ts'
import { demoYear } from '../../domain/demo/demo-year.ts'
import { ensureCareDefaults, storeTimelines } from '../cases/cases.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'

/** Stored in one transaction each, so that none of them is long. */
const casesAtOnce = 200

/**
 * The demo's care: desks with their people, a year of ordinary cases and the stories that a visitor should meet, up to the end of
 * the day before `now` (epoch ms). The accounts must exist already. Gives the ids of the people at the desks.
 */
export async function loadCare(now: number, zone: string): Promise<PeopleIds> {
  const prisma = getPrisma()
  const people = await prisma.$transaction(async (tx) => {
    await ensureCareDefaults(tx, zone)
    return ensurePeople(tx)
  })
  const year = demoYear(now, zone)
  const cases = [...careYear(year, people), ...addressCases(year, people), ...careStories(year, people)]
  for (let from = 0; from < cases.length; from += casesAtOnce) {
    const some = cases.slice(from, from + casesAtOnce).map(({ key, kind: _kind, ...one }) => ({
      ...one,
      ...{ externalId: key, source: 'demo' as const },
    }))
    await prisma.$transaction((tx) => storeTimelines(tx, some, now), { timeout: 60_000 })
  }
  return people
}

async function ensurePeople(tx: Tx): Promise<PeopleIds> {
  const ids: Partial<Record<CarePerson, string>> = {}
  for (const { person, name, email, desks } of careColleagues) {
    const found = await tx.person.upsert({
      where: { email },
      // No hash fits any password: these colleagues are there to be seen.
      create: { email, name, role: 'staff', passwordHash: '!', demo: true, language: 'pl' },
      update: {},
    })
    ids[person] = found.id
    await joinDesks(tx, person, found.id, desks)
  }
  for (const { person, email, desks } of careAccounts) {
    const found = await tx.person.findUniqueOrThrow({ where: { email } })
    ids[person] = found.id
    await joinDesks(tx, person, found.id, desks)
  }
  return ids as PeopleIds
}

async function joinDesks(tx: Tx, person: CarePerson, personId: string, desks: readonly string[]) {
  const languages = [...careLanguages[person]]
  await tx.deskMember.createMany({
    data: desks.map((deskKey) => ({ deskKey, personId, languages })),
    skipDuplicates: true,
  })
}
