import { z } from 'zod'
import { roles } from '../../domain/access/roles.ts'
import { findJuryGaps, type JuryGap } from '../../domain/jury/find-jury-gaps.ts'
import { type Localized } from '../../domain/language/language.ts'
import { getPrisma } from '../db/prisma.ts'

const roleSchema = z.enum(roles)

/** Desks (null: people without one) whose proposals, or whose appeals, nobody could decide as things are, by name of the desk's key. */
export async function listJuryGaps(): Promise<
  readonly { readonly desk: string | null; readonly name: Localized | null; readonly gap: JuryGap }[]
> {
  const prisma = getPrisma()
  const [people, members, desks] = await Promise.all([
    prisma.person.findMany({ where: { status: 'active' }, select: { id: true, role: true } }),
    prisma.deskMember.findMany({ select: { personId: true, deskKey: true, part: true } }),
    prisma.desk.findMany({
      where: { active: true },
      select: { key: true, name: true },
      orderBy: { key: 'asc' },
    }),
  ])
  const desksOf = new Map<string, { desk: string; isLead: boolean }[]>()
  for (const { personId, deskKey, part } of members)
    desksOf.set(personId, [...(desksOf.get(personId) ?? []), { desk: deskKey, isLead: part === 'lead' }])
  const gaps = findJuryGaps(
    people.map(({ id, role }) => ({ id, role: roleSchema.parse(role), desks: desksOf.get(id) ?? [] })),
  )
  const withoutDesk = gaps.get(null)
  return [
    ...desks.flatMap(({ key, name }) => {
      const gap = gaps.get(key)
      return gap === undefined ? [] : [{ desk: key, name: name as Localized, gap }]
    }),
    ...(withoutDesk === undefined ? [] : [{ desk: null, name: null, gap: withoutDesk }]),
  ]
}
