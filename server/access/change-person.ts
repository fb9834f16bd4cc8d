import { AppError } from '../../domain/errors/app-error.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import type { Change } from './change.ts'
import { lockAdmins, refuseLosingLastAdmin } from './last-admin.ts'
import { getPersonForChange, type Person } from './person.ts'

interface PersonChange {
  readonly action: string
  readonly data: Partial<Pick<Person, 'name' | 'role' | 'language' | 'status' | 'passwordHash'>>
  /** What the audit shows instead of the values, where they are secret. */
  readonly audited?: { readonly before: unknown; readonly after: unknown }
  /** Further work in the same transaction. */
  readonly also?: (tx: Tx) => Promise<void>
}

/**
 * The one door for changing a person: locks, compares the version that the caller saw, guards the last administrator, writes
 * and audits. `plan` gives null when there is nothing to change. Gives the new version. Throws `notFound`,
 * `conflict` with the current version when it changed meanwhile, `unprocessable` for the last administrator.
 */
export async function changePerson(
  target: { readonly personId: string; readonly version: number },
  change: Change,
  plan: (person: Person) => PersonChange | null,
): Promise<{ version: number }> {
  return getPrisma().$transaction(async (tx) => {
    const admins = await lockAdmins(tx)
    const person = await getPersonForChange(tx, target.personId)
    refuseStaleVersion(person, target.version)
    const planned = plan(person)
    if (planned === null) return { version: person.version }
    const { data } = planned
    if (losesAdmin(person, data)) refuseLosingLastAdmin(admins, person)
    await tx.person.update({ where: { id: person.id }, data: { ...data, version: { increment: 1 } } })
    await planned.also?.(tx)
    await appendAudit(tx, {
      actor: change.actor,
      action: planned.action,
      subjectKind: 'person',
      subjectId: person.id,
      ...(planned.audited ?? { before: pick(person, data), after: data }),
      at: change.now,
      requestId: change.requestId,
    })
    return { version: person.version + 1 }
  })
}

function losesAdmin(person: Person, data: PersonChange['data']): boolean {
  const role = data.role ?? person.role
  const status = data.status ?? person.status
  return person.role === 'admin' && person.status === 'active' && (role !== 'admin' || status !== 'active')
}

function refuseStaleVersion(person: Person, version: number) {
  if (person.version === version) return
  throw new AppError('conflict', {
    userMessage: `${person.name} was changed meanwhile. Look at the current state and try again.`,
    details: { version: person.version },
  })
}

function pick(person: Person, data: PersonChange['data']) {
  return Object.fromEntries(Object.keys(data).map((key) => [key, person[key as keyof Person]]))
}
