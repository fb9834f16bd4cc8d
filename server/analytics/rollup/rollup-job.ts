import { Cron } from 'croner'
import { logFailure } from '../../observability/log.ts'
import { refreshChunks } from '../care/refresh-chunks.ts'
import { refreshAlertChunks } from '../overview/refresh-alert-chunks.ts'
import { refreshRollup } from './refresh-rollup.ts'

/**
 * Keeps the rollup fresh from this process until `stop`; of several processes one at a time does the work. A failure is logged
 * and tried again: figures are right without the rollup, only slower.
 */
export function startRollupJob(): { readonly stop: () => void } {
  const job = new Cron('*/5 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    while (((await refreshRollup()) ?? 0) > 0);
    while (((await refreshChunks()) ?? 0) > 0);
    while (((await refreshAlertChunks()) ?? 0) > 0);
  })
  return { stop: () => job.stop() }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'refresh-rollup' })
}
