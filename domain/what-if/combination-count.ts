import type { Askers } from './customer-count.ts'
import type { Comparison, Marks, Side } from './mark-hits.ts'
import { precisionOf } from './precision-of.ts'
import { answerMask, answers, takenBackBit, type Answer } from './tail-chunk.ts'
import type { RuleResult } from './what-if-result.ts'
import { widened } from './widened.ts'

/** A row's answer with its bits. */
const codes = 32

/**
 * Counts rows by which rules fire on them together and by what came of them. Of all combinations few occur, so that a row costs one
 * count, and everything about single rules and their overlap is added up from the combinations in the end.
 */
export class CombinationCount {
  readonly #comparison: Comparison
  readonly #words: number
  readonly #inBase: Uint32Array
  readonly #inDraft: Uint32Array
  /** One more than the number of the combination. */
  #table = new Int32Array(256)
  #bitsOf: Uint32Array
  #askers = new Uint8Array(128)
  #counts = new Float64Array(128 * codes)
  #size = 0

  constructor(comparison: Comparison) {
    this.#comparison = comparison
    this.#words = comparison.words
    this.#inBase = wordsOf(comparison, 'base')
    this.#inDraft = wordsOf(comparison, 'draft')
    this.#bitsOf = new Uint32Array(128 * comparison.words)
  }

  /** Counts a row of marks; says who asks about it. */
  add({ bits }: Marks, row: number, code: number): Askers {
    const number = this.#numberOf(bits, row * this.#words)
    this.#counts[number * codes + code]!++
    return this.#askers[number] as Askers
  }

  /** Of each rule of a side. */
  readRules(side: Side): RuleResult[] {
    const found = this.#comparison[side].rules.map(({ key }) => ({
      ...{ rule: key, asked: 0, alone: 0, takenBack: 0 },
      counts: new Float64Array(answers.length),
    }))
    for (const [rules, byCode] of this.#list(side)) {
      byCode.forEach((count, code) => {
        for (const place of rules) {
          const rule = found[place]!
          rule.asked += count
          rule.counts[code & answerMask]! += count
          if ((code & takenBackBit) !== 0) rule.takenBack += count
          if (rules.length === 1) rule.alone += count
        }
      })
    }
    return found.map(({ counts: byAnswer, ...rule }) => ({
      ...rule,
      by: Object.fromEntries(answers.map((answer, i) => [answer, byAnswer[i]!])) as Record<Answer, number>,
      precision: precisionOf((answer) => byAnswer[answers.indexOf(answer)]!),
    }))
  }

  /** How often each two rules of a side fire together; on the diagonal, how often each fires. */
  readOverlap(side: Side): number[][] {
    const { rules: all } = this.#comparison[side]
    const together = all.map(() => all.map(() => 0))
    for (const [rules, byCode] of this.#list(side)) {
      const times = byCode.reduce((sum, count) => sum + count, 0)
      for (const a of rules) for (const b of rules) together[a]![b]! += times
    }
    return together
  }

  /** Each combination that occurred: the places of the side's rules that fired, and the counts by answer code. */
  *#list(side: Side): Generator<readonly [readonly number[], Float64Array]> {
    for (let number = 0; number < this.#size; number++) {
      const rules = this.#comparison.rulesOf(side, this.#bitsOf, number * this.#words)
      if (rules.length > 0) yield [rules, this.#counts.subarray(number * codes, (number + 1) * codes)]
    }
  }

  #numberOf(bits: Uint32Array, first: number): number {
    const table = this.#table
    let place = this.#placeOf(bits, first)
    for (let known = table[place]!; known !== 0; known = table[place]!) {
      if (this.#isSame(bits, first, (known - 1) * this.#words)) return known - 1
      place = (place + 1) & (table.length - 1)
    }
    return this.#begin(bits, first, place)
  }

  #begin(bits: Uint32Array, first: number, place: number): number {
    if (this.#size * 2 === this.#table.length) {
      this.#grow()
      return this.#numberOf(bits, first)
    }
    const number = this.#size++
    this.#table[place] = number + 1
    let who = 0
    for (let w = 0; w < this.#words; w++) {
      const word = bits[first + w]!
      this.#bitsOf[number * this.#words + w] = word
      if ((word & this.#inBase[w]!) !== 0) who |= 1
      if ((word & this.#inDraft[w]!) !== 0) who |= 2
    }
    this.#askers[number] = who
    return number
  }

  #placeOf(bits: Uint32Array, first: number): number {
    let hash = 0
    for (let w = 0; w < this.#words; w++) hash = Math.imul(hash ^ bits[first + w]!, 0x9e3779b1)
    return (hash ^ (hash >>> 15)) & (this.#table.length - 1)
  }

  #isSame(bits: Uint32Array, first: number, known: number): boolean {
    for (let w = 0; w < this.#words; w++) if (bits[first + w] !== this.#bitsOf[known + w]) return false
    return true
  }

  #grow(): void {
    const table = (this.#table = new Int32Array(this.#table.length * 2))
    const room = table.length / 2
    this.#bitsOf = widened(this.#bitsOf, room * this.#words)
    this.#askers = widened(this.#askers, room)
    this.#counts = widened(this.#counts, room * codes)
    for (let number = 0; number < this.#size; number++) {
      let place = this.#placeOf(this.#bitsOf, number * this.#words)
      while (table[place] !== 0) place = (place + 1) & (table.length - 1)
      table[place] = number + 1
    }
  }
}

/** The bits of the rules that stand in a side. */
function wordsOf({ asks, words }: Comparison, side: Side): Uint32Array {
  const all = new Uint32Array(words)
  asks.forEach((ask, bit) => {
    if (ask[side] >= 0) all[bit >> 5]! |= 1 << (bit & 31)
  })
  return all
}
