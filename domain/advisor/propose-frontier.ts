import type { ReadingKind } from '../what-if/reading-kinds.ts'
import { stepOf, stepsOf } from '../what-if/scale-steps.ts'
import { type AdvisorUnits, type Catch, sumCatch } from './advisor-units.ts'
import { fitLikelihood } from './fit-likelihood.ts'

/** One rule as the advisor proposes it: a threshold over a signal, for amounts from a minimum on. */
export interface ProposedRule {
  readonly kind: ReadingKind
  readonly threshold: number
  /** 0: any amount. */
  readonly minimumAmountMinor: number
  /** What this rule adds to those before it, on either part. */
  readonly adds: { readonly fit: Catch; readonly judge: Catch }
}

/** A point of the frontier: these rules together. */
export interface FrontierPoint {
  readonly rules: readonly ProposedRule[]
  readonly fit: Catch
  readonly judge: Catch
}

/** What a catch is worth: each the same, or what it was about. */
export type Objective = 'count' | 'money'

const mostRules = 120
const fewest = 3
/** One more rule asks about at most this share, so that the frontier has points to choose from. */
const widestStep = 0.0005

interface CornerRule extends Omit<ProposedRule, 'adds'> {
  asks(unit: number): boolean
}

interface Corner {
  readonly kind: number
  readonly strength: number
  readonly amountStep: number
  readonly worth: number
}

/**
 * Rules for growing numbers of questions, best first: each adds the threshold and minimum amount whose further questions are
 * expected to catch most each, on the part for fitting; the part for judging only counts. `mostShare` of units is asked at most. A
 * generator that rests now and then, because a server has others to answer meanwhile.
 */
export function* proposeFrontier(
  units: AdvisorUnits,
  kinds: readonly ReadingKind[],
  { objective, mostShare }: { readonly objective: Objective; readonly mostShare: number },
): Generator<void, FrontierPoint[]> {
  const likelihood = yield* fitLikelihood(units)
  const amountScale = stepsOf('amount')
  const amountSteps = Uint16Array.from(units.amounts, (amount) =>
    amount < amountScale.bounds[0]! ? 0 : stepOf(amountScale, amount) + 1,
  )
  const worth = likelihood.map((p, unit) => (objective === 'count' ? p : p * units.amounts[unit]!))
  const covered = new Uint8Array(units.caught.length)
  const rules: CornerRule[] = []
  const points: FrontierPoint[] = []
  while (rules.length < mostRules) {
    const corner = yield* findCorner({ units, amountSteps, worth, covered, kinds })
    if (corner === null) break
    const strengths = units.strengths[corner.kind]!
    const isNew = (unit: number) =>
      covered[unit] === 0 && strengths[unit]! >= corner.strength && amountSteps[unit]! >= corner.amountStep
    for (let unit = 0; unit < covered.length; unit++) if (isNew(unit)) covered[unit] = 1
    const kind = kinds[corner.kind]!
    rules.push({
      kind,
      threshold: stepsOf(kind.signal).bounds[corner.strength - 1]!,
      minimumAmountMinor: corner.amountStep === 0 ? 0 : amountScale.bounds[corner.amountStep - 1]!,
      asks: (unit) => strengths[unit]! >= corner.strength && amountSteps[unit]! >= corner.amountStep,
    })
    const caught = sumCatch(units, (unit) => covered[unit] === 1)
    if ((caught.fit.share ?? 1) > mostShare) break
    points.push({ rules: withAdds(units, withoutCovered(rules)), ...caught })
    yield
  }
  return points
}

/** The single threshold over the amount that asks about at most a share of the units judged: what a proposal has to beat. */
export function bestAmountThreshold(
  units: AdvisorUnits,
  share: number,
): { readonly threshold: number; readonly judge: Catch } {
  const amounts = Float64Array.from(units.amounts.subarray(units.split)).sort().reverse()
  const threshold = amounts[Math.round(share * units.judgeTotal) - 1] ?? Infinity
  return { threshold, judge: sumCatch(units, (unit) => units.amounts[unit]! >= threshold).judge }
}

/** The corner of strength and amount beyond which the uncovered units are worth most each. */
function* findCorner(search: {
  readonly units: AdvisorUnits
  readonly amountSteps: Uint16Array
  readonly worth: Float64Array
  readonly covered: Uint8Array
  readonly kinds: readonly ReadingKind[]
}): Generator<void, Corner | null> {
  const { units, amountSteps, worth, covered } = search
  const most = Math.max(fewest, widestStep * units.fitTotal)
  const side = 257
  const counts = new Float64Array(side * side)
  const values = new Float64Array(side * side)
  let best: Corner | null = null
  for (let kind = 0; kind < search.kinds.length; kind++) {
    const strengths = units.strengths[kind]!
    yield
    counts.fill(0)
    values.fill(0)
    for (let unit = 0; unit < units.split; unit++) {
      const strength = strengths[unit]!
      if (strength === 0 || covered[unit] !== 0) continue
      counts[strength * side + amountSteps[unit]!]!++
      values[strength * side + amountSteps[unit]!]! += worth[unit]!
    }
    for (let strength = side - 1; strength > 0; strength--) {
      let inRow = 0
      let worthInRow = 0
      for (let amountStep = side - 1; amountStep >= 0; amountStep--) {
        const at = strength * side + amountStep
        const below = at + side
        inRow += counts[at]!
        worthInRow += values[at]!
        counts[at] = inRow + (strength + 1 < side ? counts[below]! : 0)
        values[at] = worthInRow + (strength + 1 < side ? values[below]! : 0)
        const count = counts[at]!
        if (count < fewest || count > most) continue
        if (best === null || values[at]! / count > best.worth)
          best = { kind, strength, amountStep, worth: values[at]! / count }
      }
    }
  }
  return best
}

/** Rules that ask nothing beside a wider one of the same signal are left out. */
function withoutCovered(rules: readonly CornerRule[]): CornerRule[] {
  return rules.filter((rule, i) => {
    const { sign } = stepsOf(rule.kind.signal)
    return !rules.some(
      (other, j) =>
        j > i &&
        other.kind === rule.kind &&
        other.threshold * sign <= rule.threshold * sign &&
        other.minimumAmountMinor <= rule.minimumAmountMinor,
    )
  })
}

/** Says of each rule what it asks that those before it do not: together they are what the point asks. */
function withAdds(units: AdvisorUnits, rules: readonly CornerRule[]): ProposedRule[] {
  const first = Int16Array.from(units.caught, (_, unit) => rules.findIndex((rule) => rule.asks(unit)))
  return rules.map(({ kind, threshold, minimumAmountMinor }, place) => ({
    ...{ kind, threshold, minimumAmountMinor },
    adds: sumCatch(units, (unit) => first[unit] === place),
  }))
}

/** The value of a generator that rests, without resting. */
export function withoutRest<Value>(work: Generator<void, Value>): Value {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}
