import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { anchorAuditHead } from './audit-head.ts'

/** Anchors the audit's head in the data folder every night at 03:10 UTC until `stop`. A failure is logged and tried again the next night. */
export function startAuditAnchorJob(dataFolder: string): { readonly stop: () => void } {
  const onFailure = (error: unknown) => logFailure(error, { job: 'anchor-audit-head' })
  const job = new Cron(
    '10 3 * * *',
    { protect: true, unref: true, timezone: 'UTC', catch: onFailure },
    async () => {
      await anchorAuditHead({ dataFolder, now: Date.now() })
    },
  )
  return { stop: () => job.stop() }
}
