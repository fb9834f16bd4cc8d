import { type RuleSet } from '../screening/rule.ts'
import { createOutcomeStack } from './outcome-stack.ts'
import { answerMask, answers, takenBackBit, type Answer, type TailChunk } from './tail-chunk.ts'
import { type SideResult } from './what-if-result.ts'

/** At most so many questions to one customer in so many days (of UTC). */
export interface QuestionBudget {
  readonly questions: number
  readonly days: number
}

const hoursOfWeek = 168

/** Adds up what one rule set asks. Days must come in ascending order, since budgets look back. */
export function createSideTally(
  { rules }: RuleSet,
  words: number,
  days: number,
  budget: QuestionBudget | null,
) {
  const byDay = new Float64Array(days)
  const byHourOfWeek = new Float64Array(hoursOfWeek)
  const asked = new Float64Array(rules.length)
  const alone = new Float64Array(rules.length)
  const byAnswer = new Float64Array(rules.length * answers.length)
  const takenBack = new Float64Array(rules.length)
  const together = new Float64Array(rules.length * rules.length)
  const fired = new Int32Array(rules.length)
  const outcomes = createOutcomeStack()
  let total = 0
  let customers = 0
  let overBudget = 0
  let times = new Uint32Array(1 << 10)
  let over = new Uint8Array(1 << 10)
  const kept = budget?.questions ?? 0
  let ring = new Int32Array((1 << 10) * kept)

  function add(
    chunk: TailChunk,
    row: number,
    marks: Uint32Array,
    at: { day: number; local: number; hour: number },
    customer: number,
  ) {
    total++
    byDay[at.local]!++
    byHourOfWeek[at.hour]!++
    outcomes.add(chunk, row)
    addRules(chunk.answer[row]!, marks, row * words)
    if (customer >= 0) addCustomer(customer, at.day)
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

  function addCustomer(customer: number, day: number) {
    if (customer >= times.length) {
      times = widened(times, customer, (length) => new Uint32Array(length))
      over = widened(over, customer, (length) => new Uint8Array(length))
      ring = widened(ring, (customer + 1) * kept, (length) => new Int32Array(length))
    }
    const before = times[customer]!++
    if (before === 0) customers++
    if (budget === null || kept === 0) return
    const place = customer * kept + (before % kept)
    if (before >= kept && ring[place]! > day - budget.days && over[customer] === 0) {
      over[customer] = 1
      overBudget++
    }
    ring[place] = day
  }

  return {
    add,
    overlap: () =>
      rules.map((_, r) => Array.from(together.subarray(r * rules.length, (r + 1) * rules.length))),
    read: (): SideResult => ({
      asked: total,
      customers,
      overBudget: budget === null ? null : overBudget,
      rules: rules.map(({ key }, r) => ({
        rule: key,
        asked: asked[r]!,
        alone: alone[r]!,
        by: Object.fromEntries(
          answers.map((answer, i): [Answer, number] => [answer, byAnswer[r * answers.length + i]!]),
        ) as Record<Answer, number>,
        takenBack: takenBack[r]!,
      })),
      outcomes: outcomes.read(),
      byDay: Array.from(byDay),
      byHourOfWeek: Array.from(byHourOfWeek),
    }),
  }
}

function widened<Column extends Uint32Array | Uint8Array | Int32Array>(
  column: Column,
  place: number,
  make: (length: number) => Column,
): Column {
  const wider = make(Math.max(place + 1, column.length) * 2)
  wider.set(column)
  return wider
}
