import { Cron } from 'croner'
import { readEnvironment } from '../environment.ts'
import { logFailure } from '../observability/log.ts'
import { claimDeliveries } from './claim-deliveries.ts'
import { deliver, type DeliveryTools } from './deliver.ts'
import { distributeMessages } from './distribute-messages.ts'
import { forgetOldMessages } from './forget-old-messages.ts'
import { resolveByDns } from './send-message.ts'

const timeoutMs = 10_000

/**
 * Delivers messages from this process until `stop`; all processes share the work. An attempt that takes long does not hold the
 * next look up, and an endpoint never has more than two attempts under way, so one that hangs delays only its own messages.
 */
export function startDeliveryJob(): { readonly stop: () => void } {
  const tools: DeliveryTools = {
    ...{ timeoutMs, resolve: resolveByDns, now: Date.now, random: Math.random },
    allowInsecure: readEnvironment().webhooksAllowInsecure,
  }
  const options = { protect: true, unref: true, catch: onFailure }
  const delivering = new Cron('* * * * * *', options, async () => {
    while ((await distributeMessages(Date.now())) > 0);
    for (const claimed of await claimDeliveries(Date.now())) void deliver(claimed, tools).catch(onFailure)
  })
  const forgetting = new Cron('17 * * * *', options, async () => {
    await forgetOldMessages(Date.now())
  })
  return {
    stop: () => {
      delivering.stop()
      forgetting.stop()
    },
  }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'deliver-webhooks' })
}
