import { readEnvironment, type Environment } from '../environment.ts'
import { ensureAuthSecret } from '../access/auth-secret.ts'
import { migrate } from '../db/migrate.ts'
import { getPool } from '../db/pool.ts'
import { claimDataFolder, type DataFolderClaim } from './claim-data-folder.ts'
import { type CommandDatabase, openDatabase } from './database.ts'
import { ensureBuild } from './ensure-build.ts'
import { interruption } from './interruption.ts'
import { addressOf, choosePort } from './listening-address.ts'
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

  // What takes long goes on side by side: the pages are built while the demo loads, and a server whose organisation is there
  // already starts while the rest is looked through.
  const built = mode === 'production' ? buildAloud(signal) : Promise.resolve()
  const prepared = prepare(environment)
  await ((await isLoaded()) ? built : Promise.all([built, prepared]))

  signal.throwIfAborted()
  const web = startWebServer({
    mode,
    host,
    port,
    address,
    environment: { AUTH_SECRET: secret, NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? address },
  })
  running.web = web
  await Promise.all([prepared, web.waitUntilReady()])
  console.log(await describeStart(environment, address))
  const lastWords = await web.failed
  console.error(`The web server has ended by itself. ${lastWords}`)
  return 1
}

/** Loaded when it is needed: it brings most of the server along, which a second start need not wait for. */
function prepare(environment: Environment): Promise<void> {
  const prepared = import('./prepare-organisation.ts').then(({ prepareOrganisation }) =>
    prepareOrganisation(environment, Date.now()),
  )
  // Looked at later; until then a failure must not count as unhandled.
  prepared.catch(() => undefined)
  return prepared
}

async function isLoaded(): Promise<boolean> {
  const { rowCount } = await getPool().query('SELECT FROM organisation WHERE loaded_at IS NOT NULL')
  return rowCount === 1
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
