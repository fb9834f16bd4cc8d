import type { Askers } from './count-customers.ts'
import type { Comparison, Marks, Side } from './mark-hits.ts'
import { precisionOf } from './precision-of.ts'
import { answerMask, answers, takenBackBit, type Answer } from './tail-chunk.ts'
import type { RuleResult } from './what-if-result.ts'

/** A row's answer with its bits. */
const codes = 32

/**
 * Counts rows by which rules fire on them together and by what came of them. Of all combinations few occur, so that a row costs one
 * count, and everything about single rules and their overlap is added up from the combinations in the end.
 */
export function countCombinations(comparison: Comparison) {
  const { words } = comparison
  const inBase = wordsOf(comparison, 'base')
  const inDraft = wordsOf(comparison, 'draft')
  /** One more than the number of the combination. */
  let table = new Int32Array(256)
  let bitsOf = new Uint32Array(128 * words)
  let askers = new Uint8Array(128)
  let counts = new Float64Array(128 * codes)
  let size = 0

  function numberOf(bits: Uint32Array, first: number): number {
    let place = placeOf(bits, first)
    for (let known = table[place]!; known !== 0; known = table[place]!) {
      if (isSame(bits, first, (known - 1) * words)) return known - 1
      place = (place + 1) & (table.length - 1)
    }
    if (size * 2 === table.length) {
      grow()
      return numberOf(bits, first)
    }
    const number = size++
    table[place] = number + 1
    let who = 0
    for (let w = 0; w < words; w++) {
      const word = bits[first + w]!
      bitsOf[number * words + w] = word
      if ((word & inBase[w]!) !== 0) who |= 1
      if ((word & inDraft[w]!) !== 0) who |= 2
    }
    askers[number] = who
    return number
  }

  function placeOf(bits: Uint32Array, first: number): number {
    let hash = 0
    for (let w = 0; w < words; w++) hash = Math.imul(hash ^ bits[first + w]!, 0x9e3779b1)
    return (hash ^ (hash >>> 15)) & (table.length - 1)
  }

  function isSame(bits: Uint32Array, first: number, known: number): boolean {
    for (let w = 0; w < words; w++) if (bits[first + w] !== bitsOf[known + w]) return false
    return true
  }

  function grow(): void {
    table = new Int32Array(table.length * 2)
    const room = table.length / 2
    const [fewerBits, fewerAskers, fewerCounts] = [bitsOf, askers, counts]
    bitsOf = new Uint32Array(room * words)
    askers = new Uint8Array(room)
    counts = new Float64Array(room * codes)
    bitsOf.set(fewerBits)
    askers.set(fewerAskers)
    counts.set(fewerCounts)
    for (let number = 0; number < size; number++) {
      let place = placeOf(bitsOf, number * words)
      while (table[place] !== 0) place = (place + 1) & (table.length - 1)
      table[place] = number + 1
    }
  }

  /** Each combination that occurred: the places of the side's rules that fired, and the counts by answer code. */
  function* listCombinations(side: Side): Generator<readonly [readonly number[], Float64Array]> {
    for (let number = 0; number < size; number++) {
      const rules = comparison.rulesOf(side, bitsOf, number * words)
      if (rules.length > 0) yield [rules, counts.subarray(number * codes, (number + 1) * codes)]
    }
  }

  return {
    /** Counts a row of marks; says who asks about it. */
    add({ bits }: Marks, row: number, code: number): Askers {
      const number = numberOf(bits, row * words)
      counts[number * codes + code]!++
      return askers[number] as Askers
    },
    /** Of each rule of a side. */
    readRules(side: Side): RuleResult[] {
      const found = comparison[side].rules.map(({ key }) => ({
        ...{ rule: key, asked: 0, alone: 0, takenBack: 0 },
        counts: new Float64Array(answers.length),
      }))
      for (const [rules, byCode] of listCombinations(side)) {
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
    },
    /** How often each two rules of a side fire together; on the diagonal, how often each fires. */
    readOverlap(side: Side): number[][] {
      const { rules: all } = comparison[side]
      const together = all.map(() => all.map(() => 0))
      for (const [rules, byCode] of listCombinations(side)) {
        const times = byCode.reduce((sum, count) => sum + count, 0)
        for (const a of rules) for (const b of rules) together[a]![b]! += times
      }
      return together
    },
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
