import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type TestProject } from 'vitest/node'
import { findSystemBinaries } from '../../../server/db/embedded/binaries.ts'
import { openCluster } from '../../../server/db/embedded/cluster.ts'
import { migrate } from '../../../server/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database; workers derive theirs from it. */
    adminUrl: string
    templateName: string
  }
}

/**
 * One throw-away server for the run, one migrated template, one clone per test file (tests/server/setup/worker.ts).
 * TEST_ENGINE chooses: `embedded` (default), `15` (Debian's PostgreSQL 15, the oldest supported major), or `url`
 * (TEST_DATABASE_URL, any server on which databases may be created).
 */
export default async function setup(project: TestProject) {
  const engine = process.env.TEST_ENGINE ?? 'embedded'
  const templateName = `template_${process.pid}`
  const { adminUrl, close } = engine === 'url' ? joinGivenServer() : await startOwnServer(engine)
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin.query<{ server_version: string }>('SHOW server_version')
  console.log(`Database suite on PostgreSQL ${rows[0]?.server_version} (${engine})`)
  await admin.query(`CREATE DATABASE ${templateName}`)
  await migrate(withDatabase(adminUrl, templateName))
  project.provide('adminUrl', adminUrl)
  project.provide('templateName', templateName)
  return async () => {
    await admin.query(`DROP DATABASE ${templateName} WITH (FORCE)`)
    await admin.end()
    await close()
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.href
}

function joinGivenServer() {
  const adminUrl = process.env.TEST_DATABASE_URL
  if (!adminUrl) throw new Error('TEST_ENGINE=url needs TEST_DATABASE_URL')
  return { adminUrl, close: () => Promise.resolve() }
}

async function startOwnServer(engine: string) {
  const binaries = engine === 'embedded' ? undefined : findSystemBinaries(Number(engine))
  if (binaries === null) throw new Error(`PostgreSQL ${engine} is not installed here`)
  const directory = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-test-'))
  const cluster = await openCluster({ directory, durable: false, binaries })
  return {
    adminUrl: cluster.url('postgres'),
    close: async () => {
      await cluster.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
