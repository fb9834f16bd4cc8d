import pg from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'

/** Any constant will do, as long as every release uses the same. */
const servingLock = 712_093_443
const namePrefix = 'worth-asking serves '

/** The right to serve a data folder; given back by `release`, or by the end of the process, however it ends. */
export interface DataFolderClaim {
  release(): Promise<void>
}

/**
 * Claims the embedded database's data folder for one serving process. `address` is what the next one to ask is told.
 * Throws `conflict`, naming the address of the process that serves it already.
 */
export async function claimDataFolder(serverUrl: string, address: string): Promise<DataFolderClaim> {
  const client = new pg.Client({ connectionString: serverUrl, application_name: namePrefix + address })
  // The end of the server is noticed by the cluster itself (`lost`).
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    servingLock,
  ])
  if (rows[0]?.taken) return { release: () => client.end() }
  const holder = await findHolder(client)
  await client.end()
  throw new AppError('conflict', {
    userMessage: `This data folder is being served already${holder === null ? '' : ` at ${holder}`}. Use that one, stop it first, or set DATA_DIR to another folder.`,
  })
}

async function findHolder(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1 AND l.objsubid = 1`,
    [servingLock],
  )
  const name = rows[0]?.name
  return name?.startsWith(namePrefix) ? name.slice(namePrefix.length) : null
}
