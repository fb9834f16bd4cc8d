import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { runExports } from './run-exports.ts'

/** Makes the files that people ask for in this process until `stop`. */
export function startExportClock(): { readonly stop: () => void } {
  const job = new Cron('*/2 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await runExports(Date.now())
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'exports' })
}
