import type { Signal } from '../screening/signal.ts'
import type { SignalKey } from '../screening/signal-key.ts'
import { signals } from '../screening/signals.ts'

/**
 * A signal's scale cut into at most 256 steps at round numbers, in the order of strength: step 0 is the weakest. A threshold
 * that stands on a bound is compared exactly by comparing steps.
 */
export interface ScaleSteps {
  /** The weakest value of each step; descending where a signal fires at or below. */
  readonly bounds: Float64Array
  /** The first step at whose bound a threshold may stand. */
  readonly floorStep: number
  /** 1 where the signal fires at or above, -1 at or below. */
  readonly sign: 1 | -1
}

/** Fits on a byte beside 256 steps: no value reaches it. */
export const beyondEveryStep = 256

/** Round numbers within a power of ten, dense enough that neighbours differ by a tenth at most. */
const mantissas = [
  1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.2, 2.4, 2.5, 2.8, 3, 3.2, 3.5, 3.8, 4, 4.5, 5, 5.5, 6,
  6.5, 7, 7.5, 8, 8.5, 9, 9.5,
]
const linearSteps = [1, 2, 5]

const known = new Map<SignalKey, ScaleSteps>()

export function stepsOf(key: SignalKey): ScaleSteps {
  const made = known.get(key) ?? cut(signals[key])
  known.set(key, made)
  return made
}

/** The step that holds a value: the last one whose bound the value reaches; step 0 for values before the scale's weak end. */
export function stepOf({ bounds, sign }: ScaleSteps, value: number): number {
  let low = 0
  let high = bounds.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (value * sign >= bounds[middle]! * sign) low = middle
    else high = middle - 1
  }
  return low
}

/** The nearest bound at which a threshold of the signal may stand; a value beyond the floor goes to the floor. */
export function snapToScale(key: SignalKey, value: number): number {
  const steps = stepsOf(key)
  const step = Math.max(steps.floorStep, stepOf(steps, value))
  const here = steps.bounds[step]!
  const next = steps.bounds[step + 1] ?? here
  return Math.abs(next - value) < Math.abs(value - here) ? next : here
}

/** Whether a threshold lies where what-if knows every reading: at the signal's floor or beyond it. */
export function isAtFloor(key: SignalKey, threshold: number): boolean {
  const { bounds, floorStep, sign } = stepsOf(key)
  return threshold * sign >= bounds[floorStep]! * sign
}

function cut(signal: Signal): ScaleSteps {
  const { kind, min, max, floor } = signal.scale
  const inside = kind === 'log' ? roundNumbers(min, max) : evenNumbers(min, max)
  const all = [...new Set([min, ...inside.filter((bound) => bound > min && bound < max), max, floor])]
  const sign = signal.fires === 'atOrAbove' ? 1 : -1
  const bounds = Float64Array.from(all.sort((a, b) => (a - b) * sign))
  if (bounds.length > beyondEveryStep)
    throw new RangeError(`The scale of ${signal.key} needs ${bounds.length} steps`)
  return { bounds, floorStep: bounds.indexOf(floor), sign }
}

function roundNumbers(min: number, max: number): number[] {
  const bounds: number[] = []
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const mantissa of mantissas) bounds.push(Number(`${mantissa}e${power}`))
  }
  return bounds
}

function evenNumbers(min: number, max: number): number[] {
  const finest = (max - min) / (beyondEveryStep - 2)
  const power = Math.floor(Math.log10(finest))
  const factor = linearSteps.find((one) => Number(`${one}e${power}`) >= finest)
  const step = factor === undefined ? Number(`1e${power + 1}`) : Number(`${factor}e${power}`)
  const count = Math.floor((max - min) / step)
  return Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toFixed(9)))
}
