import { type Query } from '../../db/query.ts'

/** PostgreSQL's channel on which processes hear that versions moved. */
export const versionsChannel = 'worth_asking_versions'

/** Tells every process at commit that versions moved; who misses it finds out within a second. */
export async function wakeProcesses(query: Query): Promise<void> {
  await query(`SELECT pg_notify('${versionsChannel}', '')::text`, [])
}
