import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { locateBinaries } from '../../../server/db/embedded/binaries.ts'
import { openCluster } from '../../../server/db/embedded/cluster.ts'
import { becomeUnprivileged, runProgram } from '../../../server/db/embedded/unprivileged.ts'

/** Milliseconds in which the product makes and starts its database in an empty folder. */
export function measureFirstOpen(): Promise<number> {
  return inEmptyFolder(async (folder) => {
    const startedAt = performance.now()
    const cluster = await openCluster({ directory: path.join(folder, 'database') })
    const ms = performance.now() - startedAt
    await cluster.close()
    return ms
  })
}

/** Milliseconds of PostgreSQL's own two programs for the same, with nothing of ours around them. */
export function measurePlainOpen(): Promise<number> {
  return inEmptyFolder(async (folder) => {
    const { directory: binaries } = await locateBinaries()
    const how = becomeUnprivileged(folder)
    const data = path.join(folder, 'data')
    const run = (program: string, args: string[], log?: string) =>
      runProgram(how, path.join(binaries, program), args, log)
    const startedAt = performance.now()
    await run('initdb', ['-D', data, '-U', 'bench', '--auth=trust'])
    const options = `-c listen_addresses='' -c unix_socket_directories='${folder}'`
    await run(
      'pg_ctl',
      ['start', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options],
      path.join(folder, 'pg_ctl.log'),
    )
    const ms = performance.now() - startedAt
    await run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w'])
    return ms
  })
}

async function inEmptyFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
