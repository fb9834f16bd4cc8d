import { readEnvironment, type Environment } from '../environment.ts'
import { ensureAuthSecret } from '../access/access.ts'
import { migrate } from '../db/migrate.ts'
import { claimDataFolder, type DataFolderClaim } from './claim-data-folder.ts'
import { type CommandDatabase, openDatabase } from './database.ts'
import { ensureBuild } from './ensure-build.ts'
import { interruption } from './interruption.ts'
import { addressOf, choosePort } from './listening-address.ts'
import { prepareOrganisation } from './prepare-organisation.ts'
import { describeStart } from './describe-start.ts'
import { startWebServer, type WebServer } from './web-server.ts'

/**
 * Runs the product until it is stopped: the database, its migrations, the organisation, the pages, the web server. Gives the
 * exit status: 0 after SIGINT or SIGTERM, 1 when a part fails. The web server ends first, then the connections, then the
 * embedded database.
 */
export async function serve(mode: 'production' | 'development'): Promise<number> {
  const environment = readEnvironment()
  const stop = interruption()
  const database = await openDatabase(environment)
  const running: Running = { claim: null, web: null }
  try {
    return await Promise.race([
      serveOn(database, environment, mode, running, stop.signal),
      stop.requested.then(() => 0),
      database.lost.then(() => {
        console.error('The embedded database has stopped. Start again; its log is in the data folder.')
        return 1
      }),
    ])
  } finally {
    stop.abort()
    await running.web?.stop()
    await running.claim?.release()
    await database.close()
  }
}

/** What has been started so far and must be ended. */
interface Running {
  claim: DataFolderClaim | null
  web: WebServer | null
}

async function serveOn(
  database: CommandDatabase,
  environment: Environment,
  mode: 'production' | 'development',
  running: Running,
  signal: AbortSignal,
): Promise<number> {
  const { host } = environment
  if (database.serverUrl !== null) {
    running.claim = await claimDataFolder(database.serverUrl, addressOf(host, environment.port))
  }
  const port = await choosePort(host, environment.port)
  const address = addressOf(host, port)
  await migrate(database.url)
  const secret = environment.authSecret ?? (await ensureAuthSecret(environment.dataFolder))
  process.env.AUTH_SECRET = secret

  // The first start does both; they need little of one another.
  const built = mode === 'production' ? buildAloud(signal) : Promise.resolve()
  await Promise.all([prepareOrganisation(environment, Date.now()), built])

  signal.throwIfAborted()
  const web = startWebServer({
    mode,
    host,
    port,
    address,
    environment: { AUTH_SECRET: secret, NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? address },
  })
  running.web = web
  await web.waitUntilReady()
  console.log(await describeStart(environment, address))
  const lastWords = await web.failed
  console.error(`The web server has ended by itself. ${lastWords}`)
  return 1
}

async function buildAloud(signal: AbortSignal) {
  const startedAt = Date.now()
  const notice = setTimeout(
    () => console.log('Building the pages (once per version, a minute or two) ...'),
    400,
  )
  const built = await ensureBuild(signal).finally(() => clearTimeout(notice))
  if (built) console.log(`Built the pages (${Math.round((Date.now() - startedAt) / 1000)} s)`)
}
