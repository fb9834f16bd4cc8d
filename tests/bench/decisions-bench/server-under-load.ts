import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createKey } from '../../../server/access/access.ts'
import { openDatabase } from '../../../server/commands/database.ts'
import { ensureBuild } from '../../../server/commands/ensure-build.ts'
import { addressOf, choosePort } from '../../../server/commands/listening-address.ts'
import { prepareOrganisation } from '../../../server/commands/prepare-organisation.ts'
import { startWebServer } from '../../../server/commands/web-server.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { readEnvironment } from '../../../server/environment.ts'

export interface ServerUnderLoad {
  readonly address: string
  readonly authorization: string
  stop(): Promise<void>
}

/** The real server, built for production, on a throw-away embedded database that is as durable as any. */
export async function startServerUnderLoad(): Promise<ServerUnderLoad> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  const environment = readEnvironment({
    ...process.env,
    DATABASE_URL: undefined,
    DATA_DIR: dataFolder,
    DEMO: '0',
    HOST: '127.0.0.1',
  })
  const database = await openDatabase(environment)
  const clean = async () => {
    await database.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
  try {
    await migrate(database.url)
    await ensureBuild(new AbortController().signal)
    await prepareOrganisation(environment, Date.now())
    const { key } = await createKey({ name: 'bench', scopes: ['transactions:write'] }, Date.now())
    const port = await choosePort('127.0.0.1', Number(process.env.PORT ?? 3900))
    const address = addressOf('127.0.0.1', port)
    const web = startWebServer({
      mode: 'production',
      host: '127.0.0.1',
      port,
      address,
      environment: { AUTH_SECRET: 'x'.repeat(32), NEXTAUTH_URL: address },
    })
    await web.waitUntilReady()
    return {
      address,
      authorization: `Bearer ${key}`,
      stop: async () => {
        await web.stop()
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}
