import { stat } from 'node:fs/promises'
import { AppError } from '../../../domain/errors/app-error.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { type AdminTask } from './admin-task.ts'

export const backupTask: AdminTask = {
  usage: 'FILE',
  summary:
    'Writes everything, as it is at one moment, into one file (a gzipped tar). People may go on working.',
  migrated: false,
  run: async ([file], { databaseUrl, now }) => {
    if (!file) throw new AppError('invalidInput', { userMessage: 'Say where: backup FILE' })
    const { totals } = await writeBackup(databaseUrl, file, now)
    const rows = totals.tables.reduce((sum, table) => sum + table.rows, 0)
    const { size } = await stat(file)
    console.log(
      `Wrote ${file}: ${totals.tables.length} tables, ${rows} rows, ${(size / 1_000_000).toFixed(1)} MB.`,
    )
    return 0
  },
}
