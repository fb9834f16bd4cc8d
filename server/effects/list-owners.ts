import { permissions } from '../../domain/access/permissions.ts'
import { getPrisma } from '../db/prisma.ts'

/** Who can be given an accepted proposal to bring about, by name. */
export function listOwners(): Promise<{ id: string; name: string }[]> {
  return getPrisma().person.findMany({
    where: { status: 'active', role: { in: [...permissions['effects.work'].roles] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
