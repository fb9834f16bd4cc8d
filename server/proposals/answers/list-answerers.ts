import { getPrisma } from '../../db/prisma.ts'

/** Everybody who can owe an answer, by name. */
export function listAnswerers(): Promise<{ readonly id: string; readonly name: string }[]> {
  return getPrisma().person.findMany({
    where: { status: 'active', role: { in: ['manager', 'admin'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
