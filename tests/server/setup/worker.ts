import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closePool } from '../../../server/db/pool.ts'
import { closePrisma } from '../../../server/db/prisma.ts'
import { withDatabase } from './cluster.ts'

const database = `worker_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}`

/** Every test file meets a fresh clone of the migrated template behind DATABASE_URL. */
beforeAll(async () => {
  await onServer(async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${database} TEMPLATE ${inject('templateName')} STRATEGY file_copy`)
  })
  process.env.DATABASE_URL = withDatabase(inject('adminUrl'), database)
})

afterAll(async () => {
  await closePrisma()
  await closePool()
  await onServer((admin) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
})

async function onServer(work: (admin: pg.Client) => Promise<unknown>) {
  const admin = new pg.Client({ connectionString: inject('adminUrl') })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
