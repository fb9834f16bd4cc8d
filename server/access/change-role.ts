import type { Role } from '../../domain/access/roles.ts'
import type { Change } from './change.ts'
import { changePerson } from './change-person.ts'

/** Gives a person another role; it acts on their next request. Errors: see `changePerson`. */
export function changeRole(input: { personId: string; version: number; role: Role }, change: Change) {
  return changePerson(input, change, (person) =>
    person.role === input.role ? null : { action: 'people.changeRole', data: { role: input.role } },
  )
}
