import { z } from 'zod'
import { isPermitted } from '../../../domain/access/permissions.ts'
import { roles } from '../../../domain/access/roles.ts'
import { type NotificationKindKey } from '../../../domain/notifications/notification-kinds.ts'
import { languages } from '../../../domain/language/language.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { type Tx } from '../../db/prisma.ts'
import { notify } from '../../notifications/notifications.ts'
import { type StoredVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'

const personRow = z.object({ id: z.string(), language: z.enum(languages), isEditor: z.boolean() })

type Reader = z.output<typeof personRow>

const longestNote = 120

/** Everybody with an account who may approve versions, and whether they wrote or edited this one (null: none). */
export async function listRuleAdmins(query: Query, version: number | null): Promise<Reader[]> {
  const rows = await query(
    `SELECT p.id::text, p.language, EXISTS (SELECT FROM rule_set_editions e WHERE e.version = $2::int AND e.edited_by = p.id) AS "isEditor"
     FROM people p WHERE p.status = 'active' AND p.role = ANY($1::text[]) ORDER BY p.id`,
    [roles.filter((role) => isPermitted(role, 'thresholds.approve')), version],
  )
  return rows.map((row) => personRow.parse(row))
}

type By = Pick<VersionChange, 'actor' | 'now'>

/** Tells those who may sign a version: everybody who may approve and did not write or edit it. */
export async function tellApprovers(
  tx: Tx,
  version: StoredVersion,
  kind: NotificationKindKey,
  by: By,
): Promise<void> {
  const people = await listRuleAdmins(inTransaction(tx), version.version)
  await tell(
    tx,
    people.filter(({ isEditor }) => !isEditor),
    version,
    kind,
    by,
  )
}

/** Tells those who wrote or edited a version, except who did this themselves. */
export async function tellOwners(
  tx: Tx,
  version: StoredVersion,
  kind: NotificationKindKey,
  by: By,
): Promise<void> {
  const people = await listRuleAdmins(inTransaction(tx), version.version)
  await tell(
    tx,
    people.filter(({ isEditor }) => isEditor),
    version,
    kind,
    by,
  )
}

async function tell(
  tx: Tx,
  people: readonly Reader[],
  { version, note }: StoredVersion,
  kind: NotificationKindKey,
  { actor, now }: By,
): Promise<void> {
  const said = note === null ? '' : ` (${note.slice(0, longestNote)})`
  await notify(
    tx,
    people
      .filter(({ id }) => id !== actor.id)
      .map(({ id }) => ({
        ...{ to: id, kind, subjectId: String(version), facts: { title: `${version}${said}` } },
      })),
    now,
  )
}
