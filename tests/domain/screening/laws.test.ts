import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRuleSet, findHits, placeOf } from '../../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { listEvaluations } from '../../../domain/screening/list-evaluations.ts'
import { emptyProfile, forget, parseProfile, remember } from '../../../domain/screening/profile.ts'
import { screen, type Screening } from '../../../domain/screening/screen.ts'
import { plainContext } from '../../../domain/screening/screening-context.ts'
import { type Signal } from '../../../domain/screening/signal.ts'
import { lineSlots, transactionSlots } from '../../../domain/screening/signal-slots.ts'
import { fillSlots, signalVectorSchema, toSignalVector } from '../../../domain/screening/signal-vector.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { day, known, type Known, now, screenAfter } from './build.ts'
import { anyHistory, anyTransaction } from './generate.ts'

fc.configureGlobal({ seed: 20260504, numRuns: 300 })

const defaults = defaultRuleSet(0)
const ruleSet = compileRuleSet(defaults)

function judge(transaction: Transaction, { profile, items }: Known, rules = ruleSet): Screening {
  return screen({
    transaction,
    profile,
    itemUsage: (sku) => items.get(sku),
    ruleSet: rules,
    context: plainContext,
    now: transaction.occurredAt,
  })
}

describe('point in time', () => {
  it('what happens later never changes a decision, for transactions up to a day late', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(15), (transaction, drawn) => {
        const history = drawn.filter((one) => one.occurredAt <= transaction.occurredAt + day)
        const before = history.filter((one) => one.occurredAt <= transaction.occurredAt)
        expect(screenAfter(transaction, { history })).toEqual(screenAfter(transaction, { history: before }))
      }),
    )
  })

  it('the order of arrival does not matter, as long as times differ', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(20), fc.func(fc.integer()), (transaction, drawn, shuffle) => {
        const history = drawn.map((one, i) => ({
          ...one,
          occurredAt: one.occurredAt - (one.occurredAt % 100) + i,
        }))
        const shuffled = [...history].sort((a, b) => shuffle(a.id) - shuffle(b.id))
        const values = (all: Transaction[]) =>
          toSignalVector(screenAfter(transaction, { history: all }), transaction)
        const ofShuffled = values(shuffled)
        const inOrder = values([...history].sort((a, b) => a.occurredAt - b.occurredAt))
        const nearest = transactionSlots.indexOf('distanceKm')
        // A town's centre is where it was first heard of, so its distance may move by the town's own radius.
        for (const vector of [ofShuffled, inOrder]) (vector.values as (number | null)[])[nearest] = null
        expect(ofShuffled).toEqual(inOrder)
      }),
    )
  })

  it('the evaluated transaction is excluded from what it is compared with', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        expect(screenAfter(transaction, { history: [...history, transaction] }).hits).toEqual(
          screenAfter(transaction, { history }).hits,
        )
      }),
    )
  })
})

describe('screening', () => {
  it('changes nothing that it is given', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        const all = known(history)
        const before = JSON.stringify([transaction, all.profile, [...all.items]])
        judge(transaction, all)
        expect(JSON.stringify([transaction, all.profile, [...all.items]])).toBe(before)
      }),
    )
  })

  it('never reads NaN or an infinite number', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        const { readings, lineReadings } = screenAfter(transaction, { history })
        for (const reading of [...readings, ...lineReadings.flat()]) {
          expect(reading.value === null || Number.isFinite(reading.value)).toBe(true)
        }
      }),
    )
  })

  it('asks exactly when some rule fires', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        const all = known(history)
        const screening = judge(transaction, all)
        const fired = listEvaluations(screening, transaction, ruleSet).filter((one) => one.fired)
        const keyOf = (one: { rule: string; lineNo: number | null }) => `${one.rule} ${one.lineNo}`
        expect(screening.hits.map(keyOf).sort()).toEqual(fired.map(keyOf).sort())
        expect(screening.decision).toBe(fired.length > 0 ? 'ask' : 'proceed')
      }),
    )
  })

  it('is independent of other customers’ profiles', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(20), anyHistory(20), (transaction, own, foreign) => {
        const others = foreign.map((one) => ({ ...one, id: `o-${one.id}`, customerRef: 'c-2', lines: [] }))
        expect(screenAfter(transaction, { history: [...others, ...own] })).toEqual(
          screenAfter(transaction, { history: own }),
        )
      }),
    )
  })
})

describe('thresholds', () => {
  const stricter = compileRuleSet({
    ...defaults,
    rules: defaults.rules.map((rule) => {
      const factor = (signals[rule.signal] as Signal).fires === 'atOrAbove' ? 1.5 : 0.5
      const raise = (value: number | null) => (value === null ? null : value * factor)
      const overrides = rule.thresholds.overrides.map((one) => ({ ...one, value: raise(one.value) }))
      return { ...rule, thresholds: { default: raise(rule.thresholds.default), overrides } }
    }),
  })

  it('set further never add a hit', () => {
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        const all = known(history)
        const hits = judge(transaction, all).hits.map((hit) => `${hit.rule} ${hit.lineNo}`)
        for (const hit of judge(transaction, all, stricter).hits)
          expect(hits).toContain(`${hit.rule} ${hit.lineNo}`)
      }),
    )
  })

  it('compared over stored readings give the hits that the evaluator gave', () => {
    const values = new Float64Array(Math.max(transactionSlots.length, lineSlots.length))
    const histories = new Float64Array(values.length)
    const found = new Int32Array(100)
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        const all = known(history)
        const stored = signalVectorSchema.parse(
          JSON.parse(JSON.stringify(toSignalVector(judge(transaction, all), transaction))),
        )
        const place = placeOf(stricter, transaction)
        const again: string[] = []
        const compare = (
          level: 'transaction' | 'line',
          row: typeof stored,
          amountMinor: number,
          lineNo: number | null,
        ) => {
          fillSlots(row, values, histories)
          const count = findHits(stricter[level], place, values, histories, amountMinor, found)
          for (let i = 0; i < count; i++) again.push(`${stricter[level].rules[found[i]!]!.key} ${lineNo}`)
        }
        compare('transaction', stored, transaction.amountMinor, null)
        stored.lines.forEach((row, i) =>
          compare('line', { ...stored, ...row }, transaction.lines[i]!.amountMinor, row.lineNo),
        )
        expect(again.sort()).toEqual(
          judge(transaction, all, stricter)
            .hits.map((hit) => `${hit.rule} ${hit.lineNo}`)
            .sort(),
        )
      }),
    )
  })

  it('never fire on a missing reading, however low they are set', () => {
    const lowest = compileRuleSet({
      ...defaults,
      rules: defaults.rules.map((rule) => {
        const { fires, scale } = signals[rule.signal] as Signal
        const easiest = fires === 'atOrAbove' ? scale.min : scale.max
        return { ...rule, minimumAmountMinor: {}, thresholds: { default: easiest, overrides: [] } }
      }),
    })
    fc.assert(
      fc.property(anyTransaction, anyHistory(30), (transaction, history) => {
        const screening = judge(transaction, known(history), lowest)
        const missing = listEvaluations(screening, transaction, lowest).filter((one) => one.value === null)
        const hits = screening.hits.map((hit) => `${hit.rule} ${hit.lineNo}`)
        for (const one of missing) expect(hits).not.toContain(`${one.rule} ${one.lineNo}`)
      }),
    )
  })
})

describe('a profile', () => {
  it('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(anyHistory(60), (history) => {
        const { profile } = known(history)
        expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile)
      }),
    )
  })

  it('forgets what it has just remembered, as long as no list was full and nothing fell out of the last day', () => {
    fc.assert(
      fc.property(anyHistory(8), anyTransaction, (drawn, extra) => {
        const atOnce = [...drawn, extra].map((one) => ({
          ...one,
          occurredAt: now + (one.occurredAt % 3_600_000),
        }))
        const transaction = { ...atOnce.pop()!, id: 'extra' }
        const profile = emptyProfile()
        for (const one of atOnce) remember(profile, one)
        const before = structuredClone(profile)
        remember(profile, transaction)
        forget(profile, transaction)
        expect(profile).toEqual(before)
      }),
    )
  })
})
