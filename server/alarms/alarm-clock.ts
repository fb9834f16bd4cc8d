import { Cron } from 'croner'
import { readEnvironment } from '../environment.ts'
import { logFailure } from '../observability/log.ts'
import { checkAlarms } from './check-alarms.ts'

/** Looks at alarms in this process until `stop`; of several processes each alarm is told by one, because its version moves once. */
export function startAlarmClock(): { readonly stop: () => void } {
  const { publicUrl } = readEnvironment()
  const job = new Cron('*/20 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await checkAlarms(Date.now(), publicUrl)
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'check-alarms' })
}
