import { decide } from '../../../server/screening/screening.ts'
import { startVersionClock } from '../../../server/thresholds/live/version-clock.ts'
import { closePool } from '../../../server/db/pool.ts'
import { request, transfer } from '../screening/transactions.ts'

/**
 * A process of its own that decides without a pause until it is told to stop. Tells its parent each decision: when it was answered and by which
 * version.
 */
const name = process.argv[2]!
const clock = startVersionClock()
let going = true
process.on('message', () => (going = false))

async function decideOn(lane: number): Promise<void> {
  for (let i = 0; going; i++) {
    const { decision } = await decide(
      request(
        transfer({
          id: `${name} ${lane} ${i}`,
          customerRef: `${name} ${lane}`,
          amountMinor: 1_000 + i,
          payee: { ref: `payee ${i}`, name: null },
        }),
      ),
    )
    process.send!({ at: Date.now(), version: decision.ruleSetVersion, decision: decision.decision })
  }
}

process.send!('ready')
await Promise.all([1, 2, 3, 4].map(decideOn))
await clock.stop()
await closePool()
process.disconnect()
