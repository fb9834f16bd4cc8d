import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { refreshDays } from './refresh-days.ts'
import { refreshSpans } from './refresh-spans.ts'

/**
 * Keeps the tails of days and spans fresh from this process until `stop`; of several processes one at a time does the work. A failure is
 * logged and tried again: answers are right without, only slower.
 */
export function startDayJob(): { readonly stop: () => void } {
  const job = new Cron('*/5 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    while (((await refreshDays()) ?? 0) > 0);
    while (((await refreshSpans()) ?? 0) > 0);
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'what-if-days' })
}
