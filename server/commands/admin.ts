import { AppError } from '../../domain/errors/app-error.ts'
import { migrate } from '../db/migrate.ts'
import { readEnvironment } from '../environment.ts'
import { type AdminTask } from './admin/admin-task.ts'
import { backupTask } from './admin/backup-task.ts'
import { createKeyTask } from './admin/create-key-task.ts'
import { createUserTask } from './admin/create-user-task.ts'
import { disableUserTask } from './admin/disable-user-task.ts'
import { rebuildAnalyticsTask } from './admin/rebuild-analytics-task.ts'
import { restoreTask } from './admin/restore-task.ts'
import { verifyAuditTask } from './admin/verify-audit-task.ts'
import { openDatabase } from './database.ts'

/** What `npm run admin -- <task>` can do. */
const adminTasks: Readonly<Record<string, AdminTask>> = {
  'create-user': createUserTask,
  'create-key': createKeyTask,
  'disable-user': disableUserTask,
  'verify-audit': verifyAuditTask,
  backup: backupTask,
  restore: restoreTask,
  'rebuild-analytics': rebuildAnalyticsTask,
}

/** `npm run admin -- <task> ...`: attaches to the running database, or starts it for as long as the task takes. */
export async function run([name = '', ...args]: string[]): Promise<number> {
  const task = adminTasks[name]
  if (!task || args.includes('--help')) {
    console.log(task ? describe(name, task) : listTasks())
    return task || name === '' || name === '--help' ? 0 : 1
  }
  const environment = readEnvironment()
  const database = await openDatabase(environment)
  try {
    if (task.migrated) await migrate(database.url)
    return await task.run(args, { environment, databaseUrl: database.url, now: Date.now() })
  } catch (cause) {
    if (cause instanceof TypeError && isArgumentProblem(cause)) {
      throw new AppError('invalidInput', { userMessage: `${cause.message}\n${describe(name, task)}`, cause })
    }
    throw cause
  } finally {
    await database.close()
  }
}

/** What node:util's parseArgs throws for options that a task does not have. */
function isArgumentProblem(error: TypeError & { code?: string }): boolean {
  return error.code?.startsWith('ERR_PARSE_ARGS') ?? false
}

function listTasks(): string {
  return ['Tasks:', ...Object.entries(adminTasks).map(([name, task]) => `  ${describe(name, task)}`)].join(
    '\n',
  )
}

function describe(name: string, task: AdminTask): string {
  return `npm run admin -- ${name} ${task.usage}\n      ${task.summary}`
}
