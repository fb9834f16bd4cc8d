import type { Change } from './change.ts'
import { changePerson } from './change-person.ts'

/** Lets a disabled person sign in again; their earlier sessions stay ended. Errors: see `changePerson`. */
export function enablePerson(input: { personId: string; version: number }, change: Change) {
  return changePerson(input, change, (person) =>
    person.status === 'active' ? null : { action: 'people.enable', data: { status: 'active' } },
  )
}
