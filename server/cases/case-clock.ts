import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { runCaseTimers } from './run-case-timers.ts'

/** Lets the cases' time pass in this process until `stop`; a failure is logged and tried again a few seconds later. */
export function startCaseClock(): { readonly stop: () => void } {
  const job = new Cron('*/5 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await runCaseTimers(Date.now())
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'case-timers' })
}
