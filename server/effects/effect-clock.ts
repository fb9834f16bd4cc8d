import { Cron } from 'croner'
import { logFailure } from '../observability/log.ts'
import { readEffects } from './read-effects.ts'

/** Takes the readings of effects from this process until `stop`: each implemented proposal about once a day. */
export function startEffectClock(): { readonly stop: () => void } {
  const onFailure = (error: unknown) => logFailure(error, { job: 'effects' })
  const job = new Cron('23 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await readEffects(Date.now())
  })
  return { stop: () => job.stop() }
}
