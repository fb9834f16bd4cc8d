import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { openHearings } from './open-hearings.ts'

/** Brings what was submitted before the jury, from this process until `stop`; a failure is tried again seconds later. */
export function startJuryClock(): { readonly stop: () => void } {
  const onFailure = (error: unknown) => logFailure(error, { job: 'jury' })
  const job = new Cron('*/5 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await openHearings(Date.now())
  })
  return { stop: () => job.stop() }
}
