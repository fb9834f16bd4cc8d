import path from 'node:path'
import { openCluster } from '../db/embedded/cluster.ts'
import { ensureDatabase } from '../db/embedded/ensure-database.ts'
import { closePool } from '../db/pool.ts'
import { type Environment } from '../environment.ts'

/** The database that a command works on. */
export interface CommandDatabase {
  readonly url: string
  /** Address of the embedded server's own database, where locks of the whole data folder are held; null with DATABASE_URL. */
  readonly serverUrl: string | null
  /** Closes this process's connections and leaves the embedded server, which stops when nobody else uses it. */
  close(): Promise<void>
  /** Resolves when the embedded server goes away under us; never with DATABASE_URL. */
  readonly lost: Promise<void>
}

const databaseName = 'worth_asking'

/**
 * Opens what DATABASE_URL names, else the embedded server of the data folder, and puts its address into DATABASE_URL of this
 * process, where the pool reads it. Throws `unavailable` with what to do.
 */
export async function openDatabase(environment: Environment): Promise<CommandDatabase> {
  if (environment.databaseUrl !== null) {
    process.env.DATABASE_URL = environment.databaseUrl
    const never = new Promise<void>(() => undefined)
    return { url: environment.databaseUrl, serverUrl: null, close: closeConnections, lost: never }
  }
  const cluster = await openCluster({ directory: path.join(environment.dataFolder, 'database') })
  await ensureDatabase(cluster, databaseName)
  const url = cluster.url(databaseName)
  process.env.DATABASE_URL = url
  return {
    url,
    serverUrl: cluster.url('postgres'),
    lost: cluster.lost,
    close: async () => {
      await closeConnections()
      await cluster.close()
    },
  }
}

async function closeConnections() {
  // Prisma's client is large: a start that does not need it should not wait for it.
  const { closePrisma } = await import('../db/prisma.ts')
  await closePrisma()
  await closePool()
}
