import type { RuleSet } from '../screening/rule.ts'
import { readingKinds } from './reading-kinds.ts'
import { firing, planRule, type RulePlan } from './rule-plan.ts'
import { beyondEveryStep } from './scale-steps.ts'
import type { Place, PostingDetail, TailChunk } from './tail-chunk.ts'

export type Side = 'base' | 'draft'

/** Two rule sets made ready to be compared on chunks. */
export interface Comparison {
  readonly base: RuleSet
  readonly draft: RuleSet
  readonly asks: readonly Ask[]
  /** Words of 32 asks in a row of marks. */
  readonly words: number
  /** Which rules of a side the bits from `first` on mean: their places in the set, ascending. */
  rulesOf(side: Side, bits: Uint32Array, first: number): number[]
}

/** A rule that stands in one of the sets or, firing alike, in both; places among the set's rules, -1 where it is not. */
interface Ask {
  readonly plan: RulePlan
  readonly base: number
  readonly draft: number
}

/** What fires on which rows: `row x words + word`, a bit an ask. Used again for the next chunk. */
export interface Marks {
  bits: Uint32Array
  /** The rows on which some ask fires, ascending, the first `size` of them. */
  rows: Uint32Array
  size: number
}

export function createMarks(): Marks {
  return { bits: new Uint32Array(0), rows: new Uint32Array(0), size: 0 }
}

export function compareRuleSets(base: RuleSet, draft: RuleSet): Comparison {
  const ofBase = base.rules.map(firing)
  const taken = new Set<number>()
  const asks = draft.rules.map((rule, d): Ask => {
    const alike = firing(rule)
    const b = ofBase.findIndex((one, i) => !taken.has(i) && one === alike)
    if (b >= 0) taken.add(b)
    return { plan: planRule(rule), base: b, draft: d }
  })
  base.rules.forEach((rule, b) => {
    if (!taken.has(b)) asks.push({ plan: planRule(rule), base: b, draft: -1 })
  })
  return {
    ...{ base, draft, asks, words: Math.max(1, Math.ceil(asks.length / 32)) },
    rulesOf: (side, bits, first) =>
      asks
        .flatMap((ask, i) =>
          ask[side] >= 0 && ((bits[first + (i >> 5)]! >>> (i & 31)) & 1) === 1 ? [ask[side]] : [],
        )
        .sort((x, y) => x - y),
  }
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
 * Marks which asks fire on which rows of a chunk; only readings that fire are looked at. `details` may be missing unless
 * `needsDetails`; throws RangeError when they are needed and missing.
 */
export function markHits(
  { asks, words }: Comparison,
  chunk: TailChunk,
  details: readonly PostingDetail[] | null,
  marks: Marks,
): void {
  clear(marks, chunk.rows, words)
  asks.forEach(({ plan }, number) => {
    if (plan.needsDetails && details === null)
      throw new RangeError('These thresholds need the details of the chunk')
    mark(plan, chunk, details, marks.bits, { words, number })
  })
  listRows(marks, chunk.rows, words)
}

/** Takes the marks of the chunk before away. */
function clear(marks: Marks, rows: number, words: number): void {
  if (marks.bits.length >= rows * words && marks.rows.length > rows) {
    marks.bits.fill(0, 0, rows * words)
    return
  }
  marks.bits = new Uint32Array(rows * words * 2)
  marks.rows = new Uint32Array(rows * 2 + 1)
}

/** Every row is written and only marked ones stay: no branch that a processor would guess wrong once in ten rows. */
function listRows(marks: Marks, count: number, words: number): void {
  const { bits, rows } = marks
  let size = 0
  for (let row = 0; row < count; row++) {
    let any = 0
    for (let w = row * words; w < (row + 1) * words; w++) any |= bits[w]!
    rows[size] = row
    size += (any | -any) >>> 31
  }
  marks.size = size
}

function mark(
  plan: RulePlan,
  chunk: TailChunk,
  details: readonly PostingDetail[] | null,
  bits: Uint32Array,
  { words, number }: { readonly words: number; readonly number: number },
): void {
  const { steps, rows, amounts } = chunk.postings[plan.kind]!
  if (steps.length === 0) return
  const planned = chunk.places.map((place) => plan.at(place))
  const from = Uint16Array.from(planned, ({ step }) => step)
  const minimums = Float64Array.from(planned, ({ minimumAmount }) => minimumAmount)
  const exactly = Float64Array.from(planned, (one) => one.exactly)
  const weakest = from.reduce((least, step) => Math.min(least, step), beyondEveryStep)
  // From here on readings fire at every place: where a row was need not be looked up.
  const everywhere = from.reduce((most, step) => Math.max(most, step), 0)
  const hasMinimums = minimums.some((amount) => amount > 0)
  const detail = plan.needsDetails ? details![plan.kind]! : null
  const { place: places, amounts: rowAmounts } = chunk
  const word = number >> 5
  const bit = 1 << (number & 31)
  const ofLines = readingKinds[plan.kind]!.level === 'line'
  for (let i = 0; i < steps.length && steps[i]! >= weakest; i++) {
    const row = rows[i]!
    const step = steps[i]!
    if (step < everywhere && step < from[places[row]!]!) continue
    if (hasMinimums && (ofLines ? amounts![i]! : rowAmounts[row]!) < minimums[places[row]!]!) continue
    if (detail !== null) {
      const place = places[row]!
      if (step === from[place]! && detail.values[i]! * plan.sign < exactly[place]!) continue
      if (detail.histories[i]! < plan.minimumHistory) continue
    }
    bits[row * words + word]! |= bit
  }
}
