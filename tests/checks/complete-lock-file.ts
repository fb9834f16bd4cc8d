/**
 * `node --import tsx tests/checks/complete-lock-file.ts`: adds to package-lock.json the packages of other platforms that npm
 * left out because the registry it asked did not have them. `npm ci` refuses a lock file in which any is missing, and on
 * those platforms the program inside would be.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const packageSchema = z.looseObject({
  version: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  dev: z.boolean().optional(),
})
const lockSchema = z.looseObject({ packages: z.record(z.string(), packageSchema) })

type LockFile = z.infer<typeof lockSchema>

/** Reads the lock file of the folder from which the checks run. */
export async function readLockFile(): Promise<LockFile> {
  return lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
}

export interface MissingPackage {
  readonly name: string
  readonly version: string
  /** Whether only development needs it. */
  readonly dev: boolean
}

/** Optional packages that some package asks for and the lock file does not hold, by name. */
export function listMissingPackages(lock: LockFile): MissingPackage[] {
  const missing = new Map<string, MissingPackage>()
  for (const [folder, wanting] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(wanting.optionalDependencies ?? {})) {
      if (!isHeld(lock, folder, name)) missing.set(name, { name, version, dev: wanting.dev ?? false })
    }
  }
  return [...missing.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Node looks in the package's own node_modules, then in each one above it. */
function isHeld(lock: LockFile, folder: string, name: string): boolean {
  const nested = folder.split('/node_modules/')
  const above = nested.map((_, depth) => nested.slice(0, nested.length - depth).join('/node_modules/'))
  return [...above, ''].some((at) => `${at}/node_modules/${name}`.replace(/^\//, '') in lock.packages)
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/openharmony/, 'openharmony'],
  [/android/, 'android'],
  [/darwin|macos/, 'darwin'],
  [/freebsd/, 'freebsd'],
  [/netbsd/, 'netbsd'],
  [/openbsd/, 'openbsd'],
  [/sunos/, 'sunos'],
  [/aix/, 'aix'],
  [/win32|windows/, 'win32'],
  [/linux/, 'linux'],
]
const processors: readonly (readonly [RegExp, string])[] = [
  [/wasm32/, 'wasm32'],
  [/arm64|aarch64/, 'arm64'],
  [/arm/, 'arm'],
  [/loong64/, 'loong64'],
  [/mips64el/, 'mips64el'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/ia32|i686/, 'ia32'],
  [/x64|x86_64/, 'x64'],
]

function describePlatform(name: string) {
  const os = systems.find(([pattern]) => pattern.test(name))?.[1]
  const cpu = processors.find(([pattern]) => pattern.test(name))?.[1]
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) && os === 'linux' ? 'glibc' : undefined
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) }
}

async function complete() {
  const lock = await readLockFile()
  const missing = listMissingPackages(lock)
  for (const { name, version, dev } of missing) {
    const platform = describePlatform(name)
    console.log(name, version, JSON.stringify(platform))
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev && { dev }),
      optional: true,
      ...platform,
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  await writeFile(
    'package-lock.json',
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await complete()
