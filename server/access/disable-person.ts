import type { Change } from './change.ts'
import { changePerson } from './change-person.ts'
import { endSessionsOf } from './end-session.ts'

/** Shuts a person out: their next request finds nobody. What they did stays. Errors: see `changePerson`. */
export function disablePerson(input: { personId: string; version: number }, change: Change) {
  return changePerson(input, change, (person) =>
    person.status === 'disabled'
      ? null
      : {
          action: 'people.disable',
          data: { status: 'disabled' },
          also: (tx) => endSessionsOf(tx, person.id, change.now),
        },
  )
}
