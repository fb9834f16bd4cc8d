import { AppError } from '../../domain/errors/app-error.ts'
import { type Query } from '../db/query.ts'
import { type StoredVersion } from './stored-version.ts'
import { type VersionChange } from './version-change.ts'

/** Throws `forbidden` for who wrote or edited the version: nobody gives their own work the second signature. */
export async function requireOtherPerson(query: Query, current: StoredVersion, { actor }: VersionChange) {
  const rows = await query(
    'SELECT edited_by FROM rule_set_editions WHERE version = $1::int AND edited_by = $2::uuid LIMIT 1',
    [current.version, actor.id],
  )
  if (actor.kind === 'person' && actor.id !== current.createdBy && rows.length === 0) return
  throw new AppError('forbidden', {
    userMessage: 'You wrote or edited this version, so somebody else has to approve it.',
    details: { reason: 'notYourOwn' },
  })
}
