import { type DemoOrganisation } from '../../domain/demo/generate-demo.ts'
import { compileRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { getPool } from '../db/pool.ts'
import { openReplay } from '../screening/screening.ts'

/**
 * Screens the demo's year in the order of its events, each transaction by the version of the rules that was active then, and
 * stores it; `onVersion` is told when a version's part of the year begins. `now` in epoch milliseconds.
 */
export async function replayDemo(
  demo: DemoOrganisation,
  now: number,
  onVersion: (ruleSet: DemoOrganisation['ruleSets'][number], place: number) => Promise<void>,
  onProgress: (done: number) => void,
): Promise<void> {
  const pool = getPool()
  const client = await pool.connect()
  let done = 0
  try {
    for (const [i, ruleSet] of demo.ruleSets.entries()) {
      await onVersion(ruleSet, i)
      const from = i === 0 ? -Infinity : ruleSet.createdAt
      const to = demo.ruleSets[i + 1]?.createdAt ?? Infinity
      const replay = openReplay({
        pool,
        client,
        source: 'demo',
        importId: null,
        ruleSet: compileRuleSet(ruleSet),
        timeZone: demo.zone,
        receivedAt: now,
        onChunk: async (_inside, chunk) => onProgress((done += chunk.items)),
      })
      for (const { transaction } of demo.transactions) {
        if (transaction.occurredAt < from || transaction.occurredAt >= to) continue
        await replay.add({ kind: 'purchase', transaction })
      }
      await replay.finish()
    }
  } finally {
    client.release()
  }
}
