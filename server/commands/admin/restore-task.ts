import { AppError } from '../../../domain/errors/app-error.ts'
import { verifyAudit } from '../../audit/audit.ts'
import { migrate } from '../../db/migrate.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { type AdminTask } from './admin-task.ts'
import { describeVerdict } from './verify-audit-task.ts'

export const restoreTask: AdminTask = {
  usage: 'FILE',
  summary: 'Fills an empty database (a new DATA_DIR, or DATABASE_URL) from a backup: all of it, or nothing.',
  migrated: false,
  run: async ([file], { databaseUrl, environment }) => {
    if (!file) throw new AppError('invalidInput', { userMessage: 'Say from where: restore FILE' })
    const { head, totals } = await restoreBackup(databaseUrl, file)
    const newer = await migrate(databaseUrl)
    const rows = totals.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored ${totals.tables.length} tables, ${rows} rows, as of ${head.takenAt}.`)
    if (newer.length > 0) console.log(`Brought to this release by ${newer.length} migrations.`)
    const verdict = await verifyAudit({ dataFolder: environment.dataFolder })
    console.log(describeVerdict(verdict))
    return verdict.holds ? 0 : 1
  },
}
