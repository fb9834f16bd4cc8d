import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { buildDayTail } from '../../../domain/what-if/build-day-tail.ts'
import { needsDetails, needsRest } from '../../../domain/what-if/mark-hits.ts'
import {
  packChunk,
  packDetails,
  packPlaces,
  unpackChunk,
  unpackDetails,
  unpackPlaces,
} from '../../../domain/what-if/pack-chunk.ts'
import { packDay } from '../../../domain/what-if/pack-day.ts'
import { beginSpan, daysOfSpan } from '../../../domain/what-if/span-tail.ts'
import { Tally, type WhatIfQuestion } from '../../../domain/what-if/tally.ts'
import { type BuiltChunk, type DayTail } from '../../../domain/what-if/tail-chunk.ts'
import { type TailRow } from '../../../domain/what-if/tail-row.ts'
import { comparable, firingRules, plainAnswer } from './plain-answer.ts'
import { firstDay, randomRow, randomRuleSet } from './random-day.ts'

const dayMs = 86_400_000
const days = 3
const seeds = fc.integer({ min: 1, max: 1_000_000 })

/** Through the bytes, so that what is stored is what is measured; details only where they are asked for. */
function measure(question: WhatIfQuestion, tails: readonly DayTail[]) {
  const tally = new Tally(question)
  tails.forEach((tail, i) => {
    const places = unpackPlaces(packPlaces(tail.places))
    tally.addPurchases(firstDay + i, tail.purchases)
    const load = ({ chunk, details }: BuiltChunk) => ({
      chunk: unpackChunk(packChunk(chunk), places),
      details: needsDetails(tally.comparison) ? unpackDetails(packDetails(details)) : null,
    })
    tally.addChunk(load(tail.strong), firstDay + i)
    if (needsRest(tally.comparison, places, tail.strongFrom)) tally.addChunk(load(tail.rest), firstDay + i)
  })
  return tally.read()
}

/** Spans where they are enough, days where they are not, or where `changed` says that a span has an older day. */
function measureBySpans(
  question: WhatIfQuestion,
  tails: readonly DayTail[],
  changed: (day: number) => boolean,
) {
  const tally = new Tally(question)
  const days = tails.map((tail, i) => ({ day: firstDay + i, tail }))
  let spansRead = 0
  for (const span of new Set(days.map(({ day }) => Math.floor(day / daysOfSpan)))) {
    const here = days.filter(({ day }) => Math.floor(day / daysOfSpan) === span)
    const { places, strongFrom, chunk, details } = spanOf(here.map(({ tail }) => tail))
    const isEnough = !needsRest(tally.comparison, places, strongFrom)
    const unpacked = {
      chunk: unpackChunk(packChunk(chunk), places),
      details: unpackDetails(packDetails(details)),
    }
    if (isEnough) tally.addChunk(unpacked, span * daysOfSpan, daysOfSpan, (day) => !changed(day))
    for (const { day, tail } of here) {
      tally.addPurchases(day, tail.purchases)
      if (isEnough && !changed(day)) spansRead++
      else for (const part of [tail.strong, tail.rest]) tally.addChunk(part, day)
    }
  }
  return { result: tally.read(), spansRead }

  function spanOf(of: readonly DayTail[]) {
    const builder = beginSpan(of)
    const first = days.find(({ tail }) => tail === of[0])!.day
    of.forEach((tail, i) => {
      builder.add((first + i) % daysOfSpan, tail.strong)
      if (builder.needsRest(tail.places, tail.strongFrom)) builder.add((first + i) % daysOfSpan, tail.rest)
    })
    return builder.read()
  }
}

function randomDays(seed: number, size: number): TailRow[][] {
  const random = seededRandom(seed)
  return Array.from({ length: days }, (_, d) =>
    Array.from({ length: size }, (_, i) => randomRow(random, d * size + i, firstDay + d, size > 100)),
  )
}

function ask(seed: number, over: Partial<WhatIfQuestion> = {}): WhatIfQuestion {
  const random = seededRandom(`rules ${seed}`)
  const base = randomRuleSet(random)
  const draft: RuleSet = random.chance(0.3)
    ? { ...base, rules: [...base.rules].reverse() }
    : randomRuleSet(random)
  const quarter = 900_000
  const from = firstDay * dayMs + random.int(0, 96) * quarter
  const to = (firstDay + days) * dayMs - random.int(0, 96) * quarter
  return {
    base,
    draft,
    window: { from, to },
    zone: 'Europe/Warsaw',
    budget: { questions: 2, days: 2 },
    ...over,
  }
}

describe('a what-if over tails', () => {
  it('equals the evaluator over every stored reading, for any thresholds, places, minimums and windows', () => {
    let asked = 0
    let restLeftOut = 0
    fc.assert(
      fc.property(seeds, fc.constantFrom(10, 300), (seed, size) => {
        const rows = randomDays(seed, size)
        const tails = rows.map((day) => buildDayTail(day))
        const question = ask(seed)
        const result = measure(question, tails)
        expect(comparable(result)).toEqual(plainAnswer(question, rows.flat()))
        asked += result.draft.asked
        restLeftOut += tails.filter(({ rest }) => rest.chunk.rows > 0).length
      }),
      { numRuns: 25 },
    )
    expect(asked).toBeGreaterThan(1_000)
    expect(restLeftOut).toBeGreaterThan(0)
  })

  it('is as exact for rule sets of more than 64 rules, which fire in hundreds of combinations', () => {
    const random = seededRandom(8)
    const many = (times: number): RuleSet => {
      const sets = Array.from({ length: times }, () => randomRuleSet(random))
      const rules = sets.flatMap((set, i) => set.rules.map((rule) => ({ ...rule, key: `${rule.key}-${i}` })))
      return { ...sets[0]!, rules }
    }
    const question = ask(8, { base: many(5), draft: many(8) })
    expect(question.draft.rules.length).toBeGreaterThan(64)
    const rows = randomDays(8, 400)
    const result = measure(
      question,
      rows.map((day) => buildDayTail(day)),
    )
    expect(comparable(result)).toEqual(plainAnswer(question, rows.flat()))
    const combinations = new Set(rows.flat().map((row) => [...firingRules(question.draft, row)].join()))
    expect(combinations.size).toBeGreaterThan(128)
  })

  it('is the same from spans of days, whichever of their days changed since', () => {
    let spansRead = 0
    let daysRead = 0
    fc.assert(
      fc.property(seeds, fc.constantFrom(3, 10, 200), fc.integer({ min: 1, max: 4 }), (seed, size, nth) => {
        const tails = randomDays(seed, size).map((day) => buildDayTail(day))
        const question = ask(seed)
        const bySpans = measureBySpans(question, tails, (day) => day % nth === 1)
        expect(bySpans.result).toEqual(measure(question, tails))
        spansRead += bySpans.spansRead
        daysRead += days - bySpans.spansRead
      }),
      { numRuns: 25 },
    )
    expect(spansRead).toBeGreaterThan(20)
    expect(daysRead).toBeGreaterThan(10)
  })

  it('does not depend on the order in which a day was read', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [day] = randomDays(seed, 40)
        expect(packDay(buildDayTail([...day!].reverse()))).toEqual(packDay(buildDayTail(day!)))
      }),
      { numRuns: 8 },
    )
  })

  it('adds up: days, hours and answers each sum to what was asked; gained less lost is the difference', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const result = measure(
          ask(seed),
          randomDays(seed, 60).map((day) => buildDayTail(day)),
        )
        const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
        for (const { asked, byDay, byHourOfWeek, outcomes, rules } of [result.base, result.draft]) {
          for (const { by, precision } of rules) {
            expect(precision.numerator).toBe(by.mistake + by.fraud)
            expect(precision.denominator).toBe(by.intended + by.mistake + by.fraud)
          }
          expect(outcomes.precision.denominator).toBe(
            outcomes.by.intended.transactions +
              outcomes.by.mistake.transactions +
              outcomes.by.fraud.transactions,
          )
          expect(sum(byDay)).toBe(asked)
          expect(sum(byHourOfWeek)).toBe(asked)
          expect(sum(Object.values(outcomes.by).map((heap) => heap.transactions))).toBe(asked)
        }
        expect(result.draft.asked - result.base.asked).toBe(
          result.gained.all.transactions - result.lost.all.transactions,
        )
        result.draft.rules.forEach(({ asked }, r) => expect(result.overlap[r]![r]).toBe(asked))
      }),
      { numRuns: 20 },
    )
  })

  it('gains and loses nothing against itself', () => {
    const question = ask(5)
    const result = measure(
      { ...question, draft: question.base },
      randomDays(5, 100).map((day) => buildDayTail(day)),
    )
    expect(result.base.asked).toBeGreaterThan(0)
    expect(result.gained.all.transactions).toBe(0)
    expect(result.lost.all.transactions).toBe(0)
    expect(result.draft).toEqual(result.base)
  })

  it('counts customers over the question budget as counting each customer’s questions does', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = randomDays(seed, 40)
        const question = ask(seed)
        const result = measure(
          question,
          rows.map((day) => buildDayTail(day)),
        )
        const daysOf = new Map<string, number[]>()
        for (const row of rows.flat()) {
          const { occurredAt, customerRef, customerKnown } = row
          if (!customerKnown || occurredAt < question.window.from || occurredAt >= question.window.to)
            continue
          if (firingRules(question.draft, row).size === 0) continue
          daysOf.set(customerRef, [...(daysOf.get(customerRef) ?? []), Math.floor(occurredAt / dayMs)])
        }
        const over = [...daysOf.values()].filter((all) =>
          all.some((day) => all.filter((other) => other > day - 2 && other <= day).length > 2),
        )
        expect(result.draft.overBudget).toBe(over.length)
      }),
      { numRuns: 30 },
    )
  })
})
