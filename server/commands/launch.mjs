// The first thing that runs on a fresh clone: plain JavaScript without dependencies. It installs and generates what is
// missing, then hands over to the task's TypeScript in this same process.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Each task is a module with `run(args)` that resolves to the exit status. */
const tasks = {
  start: 'server/commands/start.ts',
  dev: 'server/commands/dev.ts',
  import: 'server/commands/import.ts',
  admin: 'server/commands/admin.ts',
  bench: 'server/commands/bench.ts',
  test: 'tests/checks/run.ts',
  generate: null,
}

process.chdir(root)
refuseOldNode()
const [task = '', ...args] = process.argv.slice(2)
if (!(task in tasks)) fail(`There is no task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`)
installPackages()
generateClient()
if (tasks[task] !== null) process.exitCode = await handOver(tasks[task], args)

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}. See https://nodejs.org/en/download`,
  )
}

function installPackages() {
  const stamp = path.join(root, 'node_modules', '.worth-asking-install')
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = hash([lock, process.platform, process.arch])
  if (readStamp(stamp) === wanted) return
  if (!isInstalled(JSON.parse(lock.toString()))) {
    console.log('Installing packages (once, about a minute) ...')
    // The npm that started this task, else the one on the PATH.
    const own = process.env.npm_execpath
    const arguments_ = ['ci', '--include=dev', '--no-audit', '--no-fund']
    const installed =
      own !== undefined && own.endsWith('.js')
        ? spawnSync(process.execPath, [own, ...arguments_], { stdio: 'inherit' })
        : spawnSync('npm', arguments_, { stdio: 'inherit', shell: process.platform === 'win32' })
    if (installed.status !== 0) {
      fail(
        'The packages could not be installed; the lines above say why. Check the network and the disk, then run the command again.',
      )
    }
  }
  writeFileSync(stamp, wanted)
}

/** Whether npm's own record of node_modules holds every package of the lock file that this platform needs. */
function isInstalled(lock) {
  const record = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([folder, wanted]) =>
      folder === '' || wanted.optional || wanted.link || present[folder]?.version === wanted.version,
  )
}

function generateClient() {
  const folder = path.join(root, 'prisma', 'schema')
  const stamp = path.join(root, 'generated', '.schema')
  const files = readdirSync(folder).sort()
  const wanted = hash([
    ...files.flatMap((name) => [name, readFileSync(path.join(folder, name))]),
    readFileSync(path.join(root, 'node_modules', 'prisma', 'package.json')),
  ])
  if (readStamp(stamp) === wanted && existsSync(path.join(root, 'generated', 'prisma', 'client.ts'))) return
  const program = path.join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const generated = spawnSync(process.execPath, [program, 'generate'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no schema engine; naming any program keeps Prisma from downloading one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (generated.status !== 0)
    fail(`The database client could not be generated.\n${generated.stdout}${generated.stderr}`)
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

async function handOver(file, args) {
  const { register } = await import('tsx/esm/api')
  register()
  const { run } = await import(pathToFileURL(path.join(root, file)).href)
  try {
    return await run(args)
  } catch (error) {
    // What the product throws on purpose says what to do; anything else is shown whole.
    console.error(error?.userMessage ?? error)
    return 1
  }
}

function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
