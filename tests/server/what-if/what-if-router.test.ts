import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../domain/access/roles.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { ensureAskingPolicy } from '../../../server/asking/asking.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { decide, ensureDefaultRuleSet } from '../../../server/screening/screening.ts'
import { rebuildDays } from '../../../server/what-if/what-if.ts'
import { callAs, signUp } from '../access/call-as.ts'
import { noon, request, transfer } from '../screening/transactions.ts'

const dayMs = 86_400_000
const window = { from: Math.floor(noon / dayMs) * dayMs, to: (Math.floor(noon / dayMs) + 1) * dayMs }

/** Asks from 60 000 PLN on, where the active rules ask from 100 000 PLN on. */
function lowered(): RuleSet {
  const set = defaultRuleSet(0)
  const rules = set.rules.map((rule) =>
    rule.key === 'large-payment' ? { ...rule, thresholds: { default: 6_000_000, overrides: [] } } : rule,
  )
  return { ...set, rules }
}

async function signedIn(role: Role) {
  const { sessionId } = await signUp(role)
  return callAs(sessionId)
}

beforeAll(async () => {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, Date.UTC(2026, 0, 1)))
  await ensureAskingPolicy()
  for (let i = 0; i < 12; i++) {
    const one = {
      id: `t${i}`,
      customerRef: `c${i}`,
      occurredAt: noon + i * 60_000,
      amountMinor: 4_000_000 + i * 500_000,
    }
    await decide(request(transfer(one)))
  }
  await rebuildDays()
})

describe('the what-if of a rule administrator', () => {
  it('measures a draft, and its counter-examples are the purchases that it gains, the latest first', async () => {
    const caller = await signedIn('ruleAdmin')
    const run = await caller.whatIf.result({ draft: lowered(), window })
    expect(run.status).toBe('done')
    expect(run.answer).toMatchObject({ transactions: 12, base: { asked: 0 }, draft: { asked: 8 } })
    const first = await caller.whatIf.examples({ runId: run.id, side: 'gained', limit: 5 })
    const second = await caller.whatIf.examples({
      runId: run.id,
      side: 'gained',
      limit: 5,
      cursor: first.nextCursor,
    })
    const ids = [...first.items, ...second.items].map(({ transactionId }) => transactionId)
    expect(ids).toEqual(['t11', 't10', 't9', 't8', 't7', 't6', 't5', 't4'])
    expect(second.nextCursor).toBeNull()
    expect(first.items[0]).toMatchObject({ amountMinor: 9_500_000, rules: ['large-payment'], alert: null })
  })

  it('answers a moving handle with what the measurement says of the rule', async () => {
    const caller = await signedIn('ruleAdmin')
    const histograms = await caller.whatIf.histograms({ draft: lowered(), window })
    const large = histograms.find(({ rule }) => rule.key === 'large-payment')!
    expect(large.places).toHaveLength(1)
    expect(large.places[0]!.asked[0]).toBe(12)
    expect(large.distribution.reduce((sum, count) => sum + count, 0)).toBe(12)
  })

  it('stops a run that is cancelled, and keeps runs to their person', async () => {
    const [mine, other] = [await signedIn('ruleAdmin'), await signedIn('ruleAdmin')]
    const run = await mine.whatIf.result({ draft: lowered(), window })
    await getPool().query(`UPDATE what_if_runs SET status = 'running' WHERE id = $1`, [run.id])
    await expect(other.whatIf.run({ id: run.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(other.whatIf.cancel({ id: run.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await mine.whatIf.run({ id: run.id })).status).toBe('running')
    expect((await mine.whatIf.cancel({ id: run.id })).status).toBe('cancelled')
  })

  it('says by a word what is wrong with a threshold that history cannot answer for', async () => {
    const caller = await signedIn('ruleAdmin')
    const set = lowered()
    const rules = set.rules.map((rule) =>
      rule.key === 'far-above-usual' ? { ...rule, thresholds: { default: 1.2, overrides: [] } } : rule,
    )
    const run = await caller.whatIf.result({ draft: { ...set, rules }, window })
    expect(run).toMatchObject({ status: 'failed', answer: null, failure: 'belowFloor' })
  })

  it('is not for staff', async () => {
    const caller = await signedIn('staff')
    await expect(caller.whatIf.result({ draft: lowered(), window })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
