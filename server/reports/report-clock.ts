import { Cron } from 'croner'
import { readEnvironment } from '../environment.ts'
import { logFailure } from '../observability/log.ts'
import { runReports } from './run-reports.ts'

/** Sends due reports from this process until `stop`. */
export function startReportClock(): { readonly stop: () => void } {
  const { publicUrl } = readEnvironment()
  const job = new Cron('*/30 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await runReports(Date.now(), publicUrl)
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'reports' })
}
