import { runImport } from '../../../server/imports/imports.ts'
import { closePool } from '../../../server/db/pool.ts'

/** What tests/server/imports/killed-import.test.ts kills: imports the file named by the first argument. */
await runImport({ preset: 'online-retail', file: process.argv[2]!, now: Date.UTC(2026, 0, 1) })
await closePool()
