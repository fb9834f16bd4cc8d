import { type RuleSet } from '../screening/rule.ts'
import { readingKinds } from './reading-kinds.ts'
import { fireAlike, planRule, type RulePlan } from './rule-plan.ts'
import { beyondEveryStep } from './scale-steps.ts'
import { type Place, type PostingDetail, type TailChunk } from './tail-chunk.ts'

/** Two rule sets made ready to be compared on chunks. */
export interface Comparison {
  readonly base: RuleSet
  readonly draft: RuleSet
  readonly asks: readonly Ask[]
  /** Words of 32 rules in a row of marks. */
  readonly words: number
}

/** A rule that stands in one of the sets or, firing alike, in both; places among the set's rules, -1 where it is not. */
interface Ask {
  readonly plan: RulePlan
  readonly base: number
  readonly draft: number
}

/** Which rules fire on which rows: `row x words + word`, a bit a rule. Used again for the next chunk. */
export interface Marks {
  base: Uint32Array
  draft: Uint32Array
  /** The rows on which some rule fires, the first `size` of them, in no order. */
  rows: Uint32Array
  size: number
  /** 1: among `rows`. */
  isMarked: Uint8Array
}

export function createMarks(): Marks {
  const none = new Uint32Array(0)
  return { base: none, draft: none, rows: none, size: 0, isMarked: new Uint8Array(0) }
}

export function compareRuleSets(base: RuleSet, draft: RuleSet): Comparison {
  const taken = new Set<number>()
  const asks = draft.rules.map((rule, d): Ask => {
    const b = base.rules.findIndex((one, i) => !taken.has(i) && fireAlike(one, rule))
    if (b >= 0) taken.add(b)
    return { plan: planRule(rule), base: b, draft: d }
  })
  base.rules.forEach((rule, b) => {
    if (!taken.has(b)) asks.push({ plan: planRule(rule), base: b, draft: -1 })
  })
  const most = Math.max(base.rules.length, draft.rules.length)
  return { base, draft, asks, words: Math.max(1, Math.ceil(most / 32)) }
}

/** Whether values and histories have to be read beside the steps. */
export function needsDetails({ asks }: Comparison): boolean {
  return asks.some(({ plan }) => plan.needsDetails)
}

/** Whether the strong part of a day is not enough: some threshold lies before where the strong readings begin. */
export function needsRest({ asks }: Comparison, places: readonly Place[], strongFrom: Uint16Array): boolean {
  return asks.some(({ plan }) =>
    places.some((place, p) => plan.at(place).step < strongFrom[plan.kind * places.length + p]!),
  )
}

/**
 * Marks which rules fire on which rows of a chunk; only readings that fire are looked at. `details` may be missing unless
 * `needsDetails`; throws RangeError when they are needed and missing.
 */
export function markHits(
  comparison: Comparison,
  chunk: TailChunk,
  details: readonly PostingDetail[] | null,
  marks: Marks,
): void {
  const { words, asks } = comparison
  clear(marks, chunk.rows, words)
  for (const { plan, base, draft } of asks) {
    if (plan.needsDetails && details === null)
      throw new RangeError('These thresholds need the details of the chunk')
    if (base < 0) mark(plan, chunk, details, marks, { marks: marks.draft, rule: draft }, words, null)
    else if (draft < 0) mark(plan, chunk, details, marks, { marks: marks.base, rule: base }, words, null)
    else
      mark(plan, chunk, details, marks, { marks: marks.draft, rule: draft }, words, {
        marks: marks.base,
        rule: base,
      })
  }
}

/** Takes the marks of the chunk before away. */
function clear(marks: Marks, rows: number, words: number): void {
  for (let i = 0; i < marks.size; i++) {
    const row = marks.rows[i]!
    marks.isMarked[row] = 0
    for (let w = row * words; w < (row + 1) * words; w++) marks.base[w] = marks.draft[w] = 0
  }
  marks.size = 0
  if (marks.base.length >= rows * words && marks.rows.length >= rows) return
  marks.base = new Uint32Array(rows * words * 2)
  marks.draft = new Uint32Array(rows * words * 2)
  marks.rows = new Uint32Array(rows * 2)
  marks.isMarked = new Uint8Array(rows * 2)
}

/** Where a rule's bits go. */
interface Target {
  readonly marks: Uint32Array
  readonly rule: number
}

function mark(
  plan: RulePlan,
  chunk: TailChunk,
  details: readonly PostingDetail[] | null,
  marks: Marks,
  into: Target,
  words: number,
  also: Target | null,
): void {
  const { steps, rows, amounts } = chunk.postings[plan.kind]!
  if (steps.length === 0) return
  const planned = chunk.places.map((place) => plan.at(place))
  const from = Uint16Array.from(planned, ({ step }) => step)
  const minimums = Float64Array.from(planned, ({ minimumAmount }) => minimumAmount)
  const exactly = Float64Array.from(planned, (one) => one.exactly)
  const weakest = from.reduce((least, step) => Math.min(least, step), beyondEveryStep)
  const detail = plan.needsDetails ? details![plan.kind]! : null
  const { place: places, amounts: rowAmounts } = chunk
  const { isMarked, rows: marked } = marks
  const target = into.marks
  const word = into.rule >> 5
  const bit = 1 << (into.rule & 31)
  const alsoWord = also === null ? 0 : also.rule >> 5
  const alsoBit = also === null ? 0 : 1 << (also.rule & 31)
  const ofLines = readingKinds[plan.kind]!.level === 'line'
  for (let i = 0; i < steps.length && steps[i]! >= weakest; i++) {
    const row = rows[i]!
    const place = places[row]!
    const step = steps[i]!
    if (step < from[place]!) continue
    if ((ofLines ? amounts![i]! : rowAmounts[row]!) < minimums[place]!) continue
    if (detail !== null) {
      if (step === from[place]! && detail.values[i]! * plan.sign < exactly[place]!) continue
      if (detail.histories[i]! < plan.minimumHistory) continue
    }
    if (isMarked[row] === 0) {
      isMarked[row] = 1
      marked[marks.size++] = row
    }
    target[row * words + word]! |= bit
    if (also !== null) also.marks[row * words + alsoWord]! |= alsoBit
  }
}
