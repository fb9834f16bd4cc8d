import { compileRuleSet, findHits, placeOf } from '../../../domain/screening/compile-rule-set.ts'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { lineSlots, transactionSlots } from '../../../domain/screening/signal-slots.ts'
import { fillSlots } from '../../../domain/screening/signal-vector.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { type Outcomes, type WhatIfResult } from '../../../domain/what-if/what-if-result.ts'
import { type TailRow } from '../../../domain/what-if/tail-row.ts'

/** The rules of a set that fire on a purchase, by the evaluator itself over its stored readings: no chunk, no step, no cache. */
export function firingRules(ruleSet: RuleSet, row: TailRow): Set<string> {
  const compiled = compileRuleSet(ruleSet)
  const place = placeOf(compiled, row as unknown as Transaction)
  const found = new Int32Array(100)
  const fired = new Set<string>()
  for (const [level, slots, readings, amount] of [
    ['transaction', transactionSlots, row, row.amountMinor] as const,
    ...row.lines.map((line) => ['line', lineSlots, line, line.amountMinor] as const),
  ]) {
    const values = new Float64Array(slots.length)
    const histories = new Float64Array(slots.length)
    fillSlots(readings, values, histories)
    const count = findHits(compiled[level], place, values, histories, amount, found)
    for (const r of found.subarray(0, count)) fired.add(compiled[level].rules[r]!.key)
  }
  return fired
}

/** The same figures as `Tally` gives, counted one purchase after another. */
export function plainAnswer(
  { base, draft, window }: { base: RuleSet; draft: RuleSet; window: { from: number; to: number } },
  rows: readonly TailRow[],
) {
  const inWindow = rows.filter(({ occurredAt }) => occurredAt >= window.from && occurredAt < window.to)
  const judged = inWindow.map((row) => ({
    row,
    base: firingRules(base, row),
    draft: firingRules(draft, row),
  }))
  const asked = (side: 'base' | 'draft') => judged.filter((one) => one[side].size > 0)
  const side = (name: 'base' | 'draft', { rules }: RuleSet) => ({
    asked: asked(name).length,
    customers: new Set(asked(name).flatMap(({ row }) => (row.customerKnown ? [row.customerRef] : []))).size,
    rules: rules.map(({ key }) => ({
      rule: key,
      asked: asked(name).filter((one) => one[name].has(key)).length,
      alone: asked(name).filter((one) => one[name].has(key) && one[name].size === 1).length,
    })),
    outcomes: outcomes(asked(name).map(({ row }) => row)),
  })
  return {
    transactions: inWindow.length,
    base: side('base', base),
    draft: side('draft', draft),
    gained: outcomes(judged.filter((one) => one.draft.size > 0 && one.base.size === 0).map(({ row }) => row)),
    lost: outcomes(judged.filter((one) => one.base.size > 0 && one.draft.size === 0).map(({ row }) => row)),
  }
}

function outcomes(rows: readonly TailRow[]) {
  const takenBackOf = ({ lines }: TailRow) => lines.reduce((sum, line) => sum + line.takenBackMinor, 0)
  const caught = (answer: string) => answer === 'mistake' || answer === 'fraud'
  const takenBack = rows.filter((row) => takenBackOf(row) > 0)
  return {
    transactions: rows.length,
    by: Object.fromEntries(
      ['neverAsked', 'pending', 'intended', 'mistake', 'fraud', 'unreachable'].map((answer) => {
        const these = rows.filter((row) => row.answer === answer)
        return [
          answer,
          {
            transactions: these.length,
            amount: money(these, (row) => row.amountMinor),
            harm: money(these, (row) => row.harmMinor),
          },
        ]
      }),
    ),
    takenBack: { transactions: takenBack.length, amount: money(takenBack, takenBackOf) },
    neverAskedTakenBack: takenBack.filter(({ answer }) => answer === 'neverAsked').length,
    sampled: {
      known: rows.filter(({ sampled, answer }) => sampled && (caught(answer) || answer === 'intended'))
        .length,
      caught: rows.filter(({ sampled, answer }) => sampled && caught(answer)).length,
    },
  }
}

function money(rows: readonly TailRow[], of: (row: TailRow) => number): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const amount = of(row)
    if (amount > 0) sums[row.currency] = (sums[row.currency] ?? 0) + amount
  }
  return sums
}

/** The part of a result that `plainAnswer` counts. */
export function comparable(result: WhatIfResult) {
  const side = ({ asked, customers, rules, outcomes }: typeof result.base) => ({
    asked,
    customers,
    rules: rules.map(({ rule, asked, alone }) => ({ rule, asked, alone })),
    outcomes: flat(outcomes),
  })
  return {
    transactions: result.transactions,
    base: side(result.base),
    draft: side(result.draft),
    gained: flat(result.gained),
    lost: flat(result.lost),
  }
}

function flat({ all, by, takenBack, neverAskedTakenBack, sampled }: Outcomes) {
  return { transactions: all.transactions, by, takenBack, neverAskedTakenBack, sampled }
}
