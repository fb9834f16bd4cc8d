import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { type WhatIfResult } from '../../../domain/what-if/what-if-result.ts'
import { rebuildRollup } from '../../../server/analytics/analytics.ts'
import { getPool } from '../../../server/db/pool.ts'
import { runImport } from '../../../server/imports/imports.ts'
import { decide, storeShadowCounts } from '../../../server/screening/screening.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { getDataSpan } from '../../../server/thresholds/queries/get-data-span.ts'
import { getShadowReport } from '../../../server/thresholds/queries/get-shadow-report.ts'
import { redecide } from '../../../server/thresholds/redecide.ts'
import { testVersion } from '../../../server/thresholds/test-version.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { rollBack } from '../../../server/thresholds/verbs/roll-back.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { createDraft } from '../../../server/thresholds/verbs/create-draft.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import { rebuildDays } from '../../../server/what-if/what-if.ts'
import { request, transfer } from '../screening/transactions.ts'
import { begin, hourMs, read, rulesOf, withThreshold } from './rule-admins.ts'

const file = path.resolve('../shared/data/online-retail.csv.gz')
const skipped = !existsSync(file)
if (skipped) {
  console.log(`Skipped: the real shop's year is not at ${file} (docs/imports.md says where to get it)`)
}
const now = Date.UTC(2011, 11, 12, 9)

let irina: Actor
let tomasz: Actor

it.skipIf(skipped)(
  "a threshold moves on the real shop's year: its effect, the door, the schedule, the shadow, and exactly the way back",
  { timeout: 480_000 },
  async () => {
    ;({ irina, tomasz } = await begin())
    const { actives } = await importYear()
    const window = (await getDataSpan())!
    const by = (actor: Actor, expectedEdition: number) => ({ actor, now, expectedEdition })

    const draft = await createDraft(
      { note: 'Ask from six times the usual', from: null },
      { actor: irina, now },
    )
    const { rules, merchantCriteria } = await rulesOf(draft.version)
    const content = { rules: withThreshold({ rules }, 'far-above-usual', 6), merchantCriteria }
    const { edition } = await saveDraft(
      draft.version,
      { ...content, note: 'Ask from six times the usual', ramp: null },
      by(irina, draft.edition),
    )
    const { version } = draft
    const effect = await testVersion((await read(version)).rules, actives, window)
    const { draft: after, base: before } = effect.result as WhatIfResult
    expect(after.asked).toBeGreaterThan(before.asked)

    await submitVersion(version, window, by(irina, edition))
    const { seal } = await read(version)
    const inReview = await sendPayments('review')
    await storeShadowCounts()
    await approveVersion(version, { seal, comment: null }, by(tomasz, edition))

    // What the shadow counted is what the version says of the very same payments once it is asked.
    const again = await Promise.all(inReview.map((id) => redecide(id, version)))
    const { days } = await getShadowReport(version, edition)
    const sum = (key: 'transactions' | 'asked' | 'askedLive') => days.reduce((all, day) => all + day[key], 0)
    expect(sum('transactions')).toBe(inReview.length)
    expect(sum('asked')).toBe(again.filter((one) => one.again.length > 0).length)
    expect(sum('askedLive')).toBe(again.filter((one) => one.then.length > 0).length)
    expect(sum('asked')).toBeGreaterThan(sum('askedLive'))

    await scheduleVersion(version, now + hourMs, by(tomasz, edition))
    expect(await runDueSwitches(now + hourMs - 1)).toBe(0)
    while ((await runDueSwitches(now + hourMs)) > 0);
    expect((await read(version)).status).toBe('active')
    const live = await sendPayments('live')
    for (const id of live) {
      expect(await redecide(id, null)).toMatchObject({ decidedBy: version, identical: true })
    }

    const back = await rollBack({ version: 1, note: 'As before', window }, { actor: irina, now })
    const restored = await read(back.version)
    const said = { seal: restored.seal, comment: null }
    await approveVersion(back.version, said, by(tomasz, restored.edition))
    await scheduleVersion(back.version, null, by(tomasz, restored.edition))
    while ((await runDueSwitches(now)) > 0);
    expect((await read(back.version)).status).toBe('active')
    const whole = await testVersion((await read(back.version)).rules, actives, window)
    expect(whole.result).toMatchObject({
      gained: { all: { transactions: 0 } },
      lost: { all: { transactions: 0 } },
    })
    const samples = await getPool().query<{ id: string }>(
      `SELECT transaction_id AS id FROM transactions WHERE rule_set_version = 1 AND kind = 'purchase' AND current
       ORDER BY alert_id IS NULL, md5(transaction_id) LIMIT 200`,
    )
    for (const { id } of samples.rows) {
      const first = await redecide(id, null)
      expect(first.identical).toBe(true)
      expect((await redecide(id, back.version)).again).toEqual(first.again)
    }
  },
)

async function importYear() {
  await runImport({ preset: 'online-retail', file, now })
  // As the product does in the background after an import.
  await rebuildRollup()
  await rebuildDays()
  return { actives: await rulesOf(1) }
}

/** Payments of customers whom the year knows, from usual ones to twelve times as much. Gives their ids. */
async function sendPayments(name: string): Promise<string[]> {
  const { rows } = await getPool().query<{ customerRef: string; median: number }>(
    `SELECT customer_ref AS "customerRef", percentile_disc(0.5) WITHIN GROUP (ORDER BY amount_minor)::float8 AS median
     FROM transactions WHERE current AND kind = 'purchase' AND customer_known
     GROUP BY 1 HAVING count(*) >= 10 ORDER BY md5(customer_ref) LIMIT 60`,
  )
  const ids: string[] = []
  for (const [i, { customerRef, median }] of rows.entries()) {
    const payment = transfer({
      ...{ id: `${name} ${i}`, customerRef, channel: 'online', currency: 'GBP', language: 'en' },
      amountMinor: Math.round(median * [1, 5, 8, 12][i % 4]!),
      ...{ payee: null, occurredAt: now + i * 60_000 },
    })
    const { decision } = await decide(request(payment))
    ids.push(decision.transactionId)
  }
  return ids
}
