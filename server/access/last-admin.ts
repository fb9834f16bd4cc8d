import { AppError } from '../../domain/errors/app-error.ts'
import type { Tx } from '../db/prisma.ts'
import { readEnvironment } from '../environment.ts'
import type { Person } from './person.ts'

/**
 * Locks everybody who administrates, in one order, so that two administrators who act on each other at once take turns and
 * the second sees what the first did. Take it before any other lock on people. Demo accounts do not count where they cannot sign in.
 */
export async function lockAdmins(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM people WHERE role = 'admin' AND status = 'active' AND (NOT demo OR ${readEnvironment().demo})
    ORDER BY id FOR UPDATE`
  return rows.map((row) => row.id)
}

/** Throws `unprocessable` when nobody would be left to administrate. */
export function refuseLosingLastAdmin(admins: readonly string[], person: Person): void {
  if (admins.length > 1 || !admins.includes(person.id)) return
  throw new AppError('unprocessable', {
    userMessage: `${person.name} is the last active administrator. Make somebody else an administrator first.`,
    details: { reason: 'lastAdmin' },
  })
}
