import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRuleSet, findHits, placeOf } from '../../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { ruleSetSchema } from '../../../domain/screening/rule.ts'
import { transactionSlots } from '../../../domain/screening/signal-slots.ts'
import { type AdvisedThreshold, adviseRuleSet } from '../../../domain/thresholds/advised-rule-set.ts'
import { checkRuleOrder } from '../../../domain/thresholds/check-rule-order.ts'
import { diffRuleSets, touchedRules } from '../../../domain/thresholds/diff-rule-sets.ts'

const active = defaultRuleSet(0)
const about = { level: 'transaction', currency: 'GBP' } as const

function advised(...rules: AdvisedThreshold[]) {
  return ruleSetSchema.parse({ ...active, ...adviseRuleSet(active, { ...about, rules }) })
}

/** Whether a set asks about a payment of this amount with these readings. */
function asks(
  set: ReturnType<typeof advised>,
  readings: Readonly<Record<string, number>>,
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
): boolean {
  const compiled = compileRuleSet(set)
  const values = Float64Array.from(transactionSlots, (signal) => readings[signal] ?? NaN)
  const histories = new Float64Array(transactionSlots.length).fill(Infinity)
  const place = placeOf(compiled, { segment: null, currency, channel: 'online' })
  const hits = new Int32Array(100)
  return findHits(compiled.transaction, place, values, histories, amountMinor, hits) > 0
}

describe('a draft from advice', () => {
  it('asks by the advised threshold where a rule over its signal exists, with its minimum amount', () => {
    const set = advised({ signal: 'amountRatio', threshold: 4, minimumAmountMinor: 70_000 })
    const rule = set.rules.find(({ key }) => key === 'far-above-usual')
    expect(rule).toMatchObject({
      thresholds: { default: 10, overrides: [{ currency: 'GBP', value: 4 }] },
      minimumAmountMinor: { PLN: 200_000, EUR: 50_000, GBP: 70_000 },
    })
  })

  it('silences the other rules of that level and currency and nothing else', () => {
    const set = advised({ signal: 'amountRatio', threshold: 4, minimumAmountMinor: 0 })
    const repeated = { repeat: 1 }
    expect(asks(set, repeated, { amountMinor: 500_000, currency: 'GBP' })).toBe(false)
    expect(asks(set, repeated, { amountMinor: 500_000, currency: 'PLN' })).toBe(true)
    expect(touchedRules(diffRuleSets(active, set))).not.toContain('bought-twice')
  })

  it('gives a threshold without a rule over its signal a rule of its own, named in three languages', () => {
    const set = advised(
      { signal: 'repeat', threshold: 60, minimumAmountMinor: 100 },
      { signal: 'repeat', threshold: 600, minimumAmountMinor: 90_000 },
    )
    const added = set.rules.filter(({ key }) => key.startsWith('advised-'))
    expect(added).toMatchObject([
      {
        ...{ key: 'advised-repeat', signal: 'repeat', level: 'transaction', severity: 'medium' },
        thresholds: { default: null, overrides: [{ currency: 'GBP', value: 600 }] },
        minimumAmountMinor: { GBP: 90_000 },
      },
    ])
  })

  const threshold = fc.record({
    signal: fc.constantFrom('amountRatio' as const, 'repeat' as const, 'digitSlip' as const),
    threshold: fc.integer({ min: 1, max: 9 }),
    minimumAmountMinor: fc.constantFrom(0, 5_000, 20_000),
  })
  const scaled = (one: AdvisedThreshold): AdvisedThreshold =>
    one.signal === 'digitSlip' ? { ...one, threshold: 0.8 + one.threshold / 100 } : one

  it('asks about a payment exactly when one of the advised thresholds does', () => {
    fc.assert(
      fc.property(
        fc.array(threshold.map(scaled), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 80, max: 90 }),
        fc.constantFrom(4_000, 6_000, 30_000),
        (rules, amountRatio, repeat, slip, amountMinor) => {
          const readings = { amountRatio, repeat, digitSlip: slip / 100 }
          const expected = rules.some(
            (one) =>
              amountMinor >= one.minimumAmountMinor &&
              (one.signal === 'repeat'
                ? repeat <= one.threshold
                : readings[one.signal as 'amountRatio' | 'digitSlip'] >= one.threshold),
          )
          expect(asks(advised(...rules), readings, { amountMinor, currency: 'GBP' })).toBe(expected)
        },
      ),
    )
  })

  it('is never out of order by itself', () => {
    fc.assert(
      fc.property(fc.array(threshold.map(scaled), { minLength: 1, maxLength: 8 }), (rules) => {
        expect(checkRuleOrder(advised(...rules))).toEqual([])
      }),
    )
  })
})
