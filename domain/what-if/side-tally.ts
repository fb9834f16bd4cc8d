import { type RuleSet } from '../screening/rule.ts'
import { precisionOf } from './precision-of.ts'
import { answerMask, answers, takenBackBit, type Answer, type TailChunk } from './tail-chunk.ts'
import { type Outcomes, type SideResult } from './what-if-result.ts'

const hoursOfWeek = 168

/** When a row was: the places of its local day and of its local hour of the week. */
export interface At {
  local: number
  hour: number
}

/** Adds up what one rule set asks; parts of history may come in any order. */
export function createSideTally({ rules }: RuleSet, words: number, days: number) {
  const byDay = new Float64Array(days)
  const byHourOfWeek = new Float64Array(hoursOfWeek)
  const asked = new Float64Array(rules.length)
  const alone = new Float64Array(rules.length)
  const byAnswer = new Float64Array(rules.length * answers.length)
  const takenBack = new Float64Array(rules.length)
  const together = new Float64Array(rules.length * rules.length)
  const fired = new Int32Array(rules.length)
  let total = 0

  function add(chunk: TailChunk, row: number, marks: Uint32Array, at: At) {
    total++
    byDay[at.local]!++
    byHourOfWeek[at.hour]!++
    addRules(chunk.answer[row]!, marks, row * words)
  }

  function addRules(code: number, marks: Uint32Array, base: number) {
    let count = 0
    for (let w = 0; w < words; w++) {
      let bits = marks[base + w]!
      while (bits !== 0) {
        const lowest = bits & -bits
        fired[count++] = (w << 5) + 31 - Math.clz32(lowest)
        bits ^= lowest
      }
    }
    for (let i = 0; i < count; i++) {
      const rule = fired[i]!
      asked[rule]!++
      byAnswer[rule * answers.length + (code & answerMask)]!++
      if ((code & takenBackBit) !== 0) takenBack[rule]!++
      for (let j = 0; j < count; j++) together[rule * rules.length + fired[j]!]!++
    }
    if (count === 1) alone[fired[0]!]!++
  }

  return {
    add,
    overlap: () =>
      rules.map((_, r) => Array.from(together.subarray(r * rules.length, (r + 1) * rules.length))),
    read(outcomes: Outcomes, customers: Pick<SideResult, 'customers' | 'overBudget'>): SideResult {
      return {
        asked: total,
        ...customers,
        rules: rules.map(({ key }, r) => ({
          rule: key,
          asked: asked[r]!,
          alone: alone[r]!,
          by: Object.fromEntries(
            answers.map((answer, i): [Answer, number] => [answer, byAnswer[r * answers.length + i]!]),
          ) as Record<Answer, number>,
          precision: precisionOf((answer) => byAnswer[r * answers.length + answers.indexOf(answer)]!),
          takenBack: takenBack[r]!,
        })),
        outcomes,
        byDay: Array.from(byDay),
        byHourOfWeek: Array.from(byHourOfWeek),
      }
    },
  }
}
