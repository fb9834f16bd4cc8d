import { generateDemo, type DemoSize, fullDemo } from '../../domain/demo/generate-demo.ts'
import { ensureDemoAccounts } from '../access/access.ts'
import { ensureAskingPolicy } from '../asking/asking.ts'
import { getPool } from '../db/pool.ts'
import { ensureOrganisation } from '../organisation/ensure-organisation.ts'
import { clearOrganisation } from './clear-organisation.ts'
import { finishDemo } from './finish-demo.ts'
import { loadCare } from './load-care.ts'
import { loadProposals } from './load-proposals.ts'
import { replayDemo } from './replay-demo.ts'
import { activateDemoRuleSet, storeFirstRuleSet, submitDemoDraft } from './store-rule-sets.ts'

/** Told how many of the transactions are stored. */
export interface DemoProgress {
  update(done: number): void
  finish(): void
}

/** Two in a thousand of what lies below all thresholds: enough to estimate what the rules miss. */
const demoSamplePpm = 2_000

/**
 * Loads the demo organisation, the year up to the day before `now` (epoch milliseconds), unless this database has an
 * organisation. One that was cut off half-way is cleared and loaded again.
 */
export async function ensureDemoOrganisation(
  now: number,
  progressOf: (total: number) => DemoProgress,
  size: DemoSize = fullDemo,
): Promise<void> {
  const { rows } = await getPool().query<{ unfinished: boolean }>(
    'SELECT demo AND loaded_at IS NULL AS unfinished FROM organisation WHERE id = 1',
  )
  if (rows[0]?.unfinished === false) return
  if (rows[0]?.unfinished) await clearOrganisation()
  const demo = generateDemo(now, size)
  const bar = progressOf(demo.transactions.length)
  await ensureOrganisation({ name: demo.name, zone: demo.zone, demo: true, loadedAt: null })
  await ensureAskingPolicy({ samplePpm: demoSamplePpm })
  await ensureDemoAccounts(now)
  await replayDemo(
    demo,
    now,
    (ruleSet, place) => (place === 0 ? storeFirstRuleSet(ruleSet) : activateDemoRuleSet(ruleSet)),
    (done) => bar.update(done),
  )
  const people = await loadCare(now, demo.zone)
  await loadProposals(now, demo.zone)
  await finishDemo(demo, people, now)
  await submitDemoDraft(now)
  bar.finish()
}
