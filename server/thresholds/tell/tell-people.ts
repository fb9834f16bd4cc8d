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

const personRow = z.object({
  ...{ id: z.string(), name: z.string(), language: z.enum(languages), isEditor: z.boolean() },
})

type Reader = z.output<typeof personRow>

const longestNote = 120

/** Everybody with an account who may approve versions, and whether they wrote or edited this one (null: none). */
export async function listRuleAdmins(query: Query, version: number | null): Promise<Reader[]> {
  const rows = await query(
    `SELECT p.id::text, p.name, p.language, EXISTS (SELECT FROM rule_set_editions e WHERE e.version = $2::int AND e.edited_by = p.id) AS "isEditor"
     FROM people p WHERE p.status = 'active' AND p.role = ANY($1::text[]) ORDER BY p.name, p.id`,
    [roles.filter((role) => isPermitted(role, 'thresholds.approve')), version],
  )
  return rows.map((row) => personRow.parse(row))
}

/** Whom a version's move concerns: those who wrote or edited it, or those who may sign it and did neither. */
export type Concerned = 'owners' | 'approvers'

/** Tells them, except who did it themselves. */
export async function tellPeople(
  tx: Tx,
  concerned: Concerned,
  { version, note }: StoredVersion,
  kind: NotificationKindKey,
  { actor, now }: Pick<VersionChange, 'actor' | 'now'>,
): Promise<void> {
  const people = await listRuleAdmins(inTransaction(tx), version)
  const said = note === null ? '' : ` (${note.slice(0, longestNote)})`
  await notify(
    tx,
    people
      .filter(({ id, isEditor }) => isEditor === (concerned === 'owners') && id !== actor.id)
      .map(({ id }) => ({
        ...{ to: id, kind, subjectId: String(version), facts: { title: `${version}${said}` } },
      })),
    now,
  )
}
