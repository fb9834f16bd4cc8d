import { findSystemBinaries } from '../../server/db/embedded/binaries.ts'
import { type Check } from './check.ts'
import { canInstallPackages, installPackage } from './debian.ts'
import { vitestCheck } from './test-suites.ts'

const oldestMajor = 15

/**
 * The database suite again on the server of TEST_DATABASE_URL, else on Debian's PostgreSQL 15, the oldest supported major,
 * which is installed where that is possible. Says so when neither is there.
 */
export const oldestPostgres: Check = {
  name: 'database suite on PostgreSQL 15',
  after: ['database suite'],
  run: async () => {
    if (process.env.TEST_DATABASE_URL) {
      return vitestCheck('database suite on TEST_DATABASE_URL', 'server', { TEST_ENGINE: 'url' }).run()
    }
    if (findSystemBinaries(oldestMajor) === null && (await canInstallPackages())) {
      await installPackage(`postgresql-${oldestMajor}`)
    }
    if (findSystemBinaries(oldestMajor) === null) {
      return { passed: 0, failed: 0, note: 'not run: PostgreSQL 15 is not installed', output: '' }
    }
    return vitestCheck('database suite on PostgreSQL 15', 'server', {
      TEST_ENGINE: String(oldestMajor),
    }).run()
  },
}
