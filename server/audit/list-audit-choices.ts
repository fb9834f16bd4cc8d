import { z } from 'zod'
import { getPool } from '../db/pool.ts'

export const auditChoicesSchema = z.object({
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
  actions: z.array(z.string()),
  subjectKinds: z.array(z.string()),
})

/** What there is to filter the audit by: everybody who ever did something, under their latest name, and every word used. */
export async function listAuditChoices(): Promise<z.infer<typeof auditChoicesSchema>> {
  const [actors, actions, subjectKinds] = await Promise.all([
    getPool().query(
      `SELECT DISTINCT ON (actor_id) actor_id AS id, actor_name AS name FROM audit_entries
       WHERE actor_id IS NOT NULL ORDER BY actor_id, seq DESC`,
    ),
    getPool().query<{ action: string }>('SELECT DISTINCT action FROM audit_entries ORDER BY action'),
    getPool().query<{ kind: string }>(
      'SELECT DISTINCT subject_kind AS kind FROM audit_entries ORDER BY kind',
    ),
  ])
  return auditChoicesSchema.parse({
    actors: actors.rows,
    actions: actions.rows.map((row) => row.action),
    subjectKinds: subjectKinds.rows.map((row) => row.kind),
  })
}
