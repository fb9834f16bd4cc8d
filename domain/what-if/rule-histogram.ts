import { thresholdFor } from '../screening/compile-rule-set.ts'
import type { Rule, Thresholds } from '../screening/rule.ts'
import type { LocalQuarters } from './local-quarters.ts'
import { placeKey } from './place-key.ts'
import { planRule } from './rule-plan.ts'
import { stepOf, stepsOf } from './scale-steps.ts'
import {
  answerMask,
  answers,
  type DayTail,
  type Place,
  type PostingDetail,
  takenBackBit,
  type TailChunk,
} from './tail-chunk.ts'

/** Transactions at or beyond each bound of the scale: place `i` is what a threshold at bound `floorStep + i` would ask about. */
export interface PlaceHistogram extends Place {
  readonly asked: readonly number[]
  /** Of these, answered as a mistake or fraud. */
  readonly caught: readonly number[]
  readonly takenBack: readonly number[]
}

/** What a rule alone would ask about at every threshold, its minimum amounts and history as they are. */
export interface RuleHistogram {
  readonly rule: Rule
  readonly floorStep: number
  readonly places: readonly PlaceHistogram[]
  /** All readings of the signal at the rule's level by step, below the floor too. */
  readonly distribution: readonly number[]
}

/** What moving one rule's thresholds does to that rule alone. */
export interface HandleAnswer {
  readonly asked: number
  readonly caught: number
  readonly takenBack: number
}

interface Counts {
  readonly place: Place
  readonly asked: Float64Array
  readonly caught: Float64Array
  readonly takenBack: Float64Array
}

const mistake = answers.indexOf('mistake')
const fraud = answers.indexOf('fraud')

/** Counts the histograms of one rule over parts of days; `needsDetails` says whether they must bring their details. */
export function collectRuleHistogram(rule: Rule) {
  const plan = planRule({ ...rule, enabled: true })
  const { bounds, floorStep } = stepsOf(rule.signal)
  const counts = new Map<string, Counts>()
  const distribution = new Float64Array(bounds.length)
  let seen = new Uint8Array(0)

  function countsOf(place: Place): Counts {
    const key = placeKey(place)
    const made = counts.get(key) ?? {
      place,
      asked: new Float64Array(bounds.length),
      caught: new Float64Array(bounds.length),
      takenBack: new Float64Array(bounds.length),
    }
    counts.set(key, made)
    return made
  }

  return {
    needsDetails: plan.minimumHistory > 0,
    addDistribution({ places, distribution: day }: Pick<DayTail, 'places' | 'distribution'>): void {
      for (let p = 0; p < places.length; p++) {
        const first = (plan.kind * places.length + p) * 256
        for (let step = 0; step < bounds.length; step++) distribution[step]! += day[first + step] ?? 0
      }
    },
    addChunk(chunk: TailChunk, details: readonly PostingDetail[] | null, quarters: LocalQuarters): void {
      const { steps, rows, amounts } = chunk.postings[plan.kind]!
      if (seen.length < chunk.rows) seen = new Uint8Array(chunk.rows * 2)
      else seen.fill(0)
      const here = chunk.places.map(countsOf)
      const minimums = chunk.places.map((place) => plan.at(place).minimumAmount)
      for (let i = 0; i < steps.length; i++) {
        const row = rows[i]!
        // The strongest reading of a transaction comes first: its others ask nothing more.
        if (seen[row] !== 0 || quarters.day[chunk.quarter[row]!]! < 0) continue
        const place = chunk.place[row]!
        if ((amounts === null ? chunk.amounts[row]! : amounts[i]!) < minimums[place]!) continue
        if (plan.minimumHistory > 0 && details![plan.kind]!.histories[i]! < plan.minimumHistory) continue
        seen[row] = 1
        const { asked, caught, takenBack } = here[place]!
        const code = chunk.answer[row]!
        const answer = code & answerMask
        asked[steps[i]!]!++
        if (answer === mistake || answer === fraud) caught[steps[i]!]!++
        if ((code & takenBackBit) !== 0) takenBack[steps[i]!]!++
      }
    },
    read: (): RuleHistogram => ({
      rule,
      floorStep,
      places: [...counts.values()].map((one) => ({
        ...one.place,
        asked: beyond(one.asked, floorStep),
        caught: beyond(one.caught, floorStep),
        takenBack: beyond(one.takenBack, floorStep),
      })),
      distribution: Array.from(distribution),
    }),
  }
}

/**
 * What the rule alone asks about with other thresholds, from its histogram: exact for thresholds on bounds of the scale at the floor
 * or beyond; of others the bound before counts. Fast enough for a moving handle.
 */
export function answerHandle(
  { rule, floorStep, places }: RuleHistogram,
  thresholds: Thresholds,
): HandleAnswer {
  const steps = stepsOf(rule.signal)
  const moved = { ...rule, thresholds }
  const answer = { asked: 0, caught: 0, takenBack: 0 }
  for (const { segment, currency, channel, asked, caught, takenBack } of places) {
    const threshold = thresholdFor(moved, segment ?? undefined, currency, channel)
    if (threshold === null) continue
    const at = Math.max(0, stepOf(steps, threshold) - floorStep)
    answer.asked += asked[at] ?? 0
    answer.caught += caught[at] ?? 0
    answer.takenBack += takenBack[at] ?? 0
  }
  return answer
}

function beyond(counts: Float64Array, floorStep: number): number[] {
  const sums = Array.from(counts)
  for (let step = sums.length - 2; step >= 0; step--) sums[step]! += sums[step + 1]!
  const last = sums.findLastIndex((sum) => sum > 0)
  return sums.slice(floorStep, last + 1)
}
