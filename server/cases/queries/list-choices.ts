import { z } from 'zod'
import { getPrisma } from '../../db/prisma.ts'

const localizedSchema = z.object({ en: z.string(), pl: z.string(), ru: z.string() })

/** The kinds of case that can be opened: emergencies first, then in the order that the organisation gave them. */
export async function listCaseKinds() {
  const kinds = await getPrisma().caseKind.findMany({
    where: { active: true },
    orderBy: [{ emergency: 'desc' }, { position: 'asc' }, { key: 'asc' }],
  })
  return kinds.map(({ key, name, emergency, targetMinutes, contactMinutes }) => ({
    key,
    emergency,
    targetMinutes,
    contactMinutes,
    name: localizedSchema.parse(name),
  }))
}

/** The managers whom a memo can ask, by name. */
export function listManagers(): Promise<{ id: string; name: string }[]> {
  return getPrisma().person.findMany({
    where: { role: 'manager', status: 'active' },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

/** Colleagues of the person's desks, for covering and assigning; by name. */
export function listColleagues(personId: string): Promise<{ id: string; name: string }[]> {
  return getPrisma().$queryRaw`
    SELECT DISTINCT p.id::text, p.name FROM desk_members mine
    JOIN desk_members theirs ON theirs.desk_key = mine.desk_key AND theirs.person_id <> mine.person_id
    JOIN people p ON p.id = theirs.person_id AND p.status = 'active'
    WHERE mine.person_id = ${personId}::uuid ORDER BY p.name`
}

/** Who belongs to a desk and has an account, by name: the case of that desk can be given to any of them. */
export function listDeskColleagues(deskKey: string): Promise<{ id: string; name: string }[]> {
  return getPrisma().$queryRaw`
    SELECT p.id::text, p.name FROM desk_members m JOIN people p ON p.id = m.person_id AND p.status = 'active'
    WHERE m.desk_key = ${deskKey} ORDER BY p.name`
}
