import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { runAlertTimers } from './run-alert-timers.ts'

/** Lets the alerts' time pass in this process until `stop`; a failure is logged and tried again a few seconds later. */
export function startAlertClock(): { readonly stop: () => void } {
  const job = new Cron('*/10 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await runAlertTimers(Date.now())
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'alert-timers' })
}
