import { solveSymmetric } from './solve-symmetric.ts'
import type { AdvisorUnits } from './advisor-units.ts'

const strongest = 256
/** Chosen within the part for fitting of a real shop's year: weaker ones follow single purchases. */
const ridge = 20
const mostRounds = 25
const nearEnough = 1e-6
const restEvery = 8_192

/**
 * How likely each unit is a catch, from all its readings together: a logistic regression with a ridge, fitted on the units
 * before the split. It smooths what single thresholds saw by chance. Several catches of one purchase count as one, because whoever
 * takes a whole basket back has made one decision. Solved by Newton's method (Hastie, Tibshirani, Friedman, The Elements of
 * Statistical Learning, 4.4.1).
 * A generator that rests now and then, because a server has others to answer meanwhile.
 */
export function* fitLikelihood(units: AdvisorUnits): Generator<void, Float64Array> {
  const columns = columnsOf(units)
  const weights = weightsOf(units)
  const size = columns.length
  const coefficients = new Float64Array(size)
  coefficients[0] = startOf(units, weights)
  const row = new Float64Array(size)
  for (let round = 0; round < mostRounds; round++) {
    const gradient = new Float64Array(size)
    const curvature = Array.from({ length: size }, () => new Float64Array(size))
    for (let unit = 0; unit < units.split; unit++) {
      if (unit % restEvery === 0) yield
      let sum = 0
      for (let j = 0; j < size; j++) {
        row[j] = columns[j]![unit]!
        sum += coefficients[j]! * row[j]!
      }
      const p = 1 / (1 + Math.exp(-sum))
      const error = weights[unit]! * (units.caught[unit]! - p)
      const bend = weights[unit]! * p * (1 - p)
      for (let j = 0; j < size; j++) {
        const value = row[j]!
        if (value === 0) continue
        gradient[j]! += error * value
        const line = curvature[j]!
        for (let k = 0; k <= j; k++) line[k]! += bend * value * row[k]!
      }
    }
    for (let j = 0; j < size; j++) {
      if (j > 0) gradient[j]! -= ridge * coefficients[j]!
      curvature[j]![j]! += j > 0 ? ridge : 1e-9
    }
    const step = solveSymmetric(curvature, gradient)
    let furthest = 0
    for (let j = 0; j < size; j++) {
      coefficients[j]! += step[j]!
      furthest = Math.max(furthest, Math.abs(step[j]!))
    }
    if (furthest < nearEnough) break
  }
  return Float64Array.from(units.caught, (_, unit) => {
    let sum = 0
    for (let j = 0; j < size; j++) sum += coefficients[j]! * columns[j]![unit]!
    return 1 / (1 + Math.exp(-sum))
  })
}

/** A constant, the amount with a bend, and of each kind: whether it is there, how strong, and both with the amount. */
function columnsOf({ strengths, amounts }: AdvisorUnits): Float64Array[] {
  const amount = Float64Array.from(amounts, (minor) => Math.log(Math.max(minor, 1)) / 10)
  const columns = [
    Float64Array.from(amounts, () => 1),
    amount,
    amount.map((value) => Math.max(0, value - 0.85)),
  ]
  for (const strength of strengths) {
    const there = Float64Array.from(strength, (step) => (step > 0 ? 1 : 0))
    if (!there.includes(1)) continue
    const how = Float64Array.from(strength, (step) => step / strongest)
    columns.push(
      there,
      how,
      there.map((value, i) => value * amount[i]!),
      how.map((value, i) => value * amount[i]!),
    )
  }
  return columns
}

function weightsOf({ caught, purchases, split }: AdvisorUnits): Float64Array {
  const counts = new Map<number, number>()
  for (let unit = 0; unit < split; unit++) {
    if (caught[unit] === 1) counts.set(purchases[unit]!, (counts.get(purchases[unit]!) ?? 0) + 1)
  }
  return Float64Array.from(caught, (one, unit) =>
    one === 1 && unit < split ? 1 / counts.get(purchases[unit]!)! : 1,
  )
}

function startOf({ caught, split }: AdvisorUnits, weights: Float64Array): number {
  let catches = 0.5
  for (let unit = 0; unit < split; unit++) if (caught[unit] === 1) catches += weights[unit]!
  return Math.log(catches / Math.max(1, split))
}
