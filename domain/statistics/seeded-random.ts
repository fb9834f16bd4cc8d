/**
 * A reproducible stream of random numbers: the same seed gives the same stream on every machine and in every version.
 * Not for secrets. All draws advance the one stream; `fork` gives an independent one, so that adding draws in one
 * part of a generator leaves the others as they were.
 */
export interface SeededRandom {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number
  /** A whole number from `low` to `high`, both included, without modulo bias. */
  int(low: number, high: number): number
  /** True with probability `p`. */
  chance(p: number): boolean
  /** Normal with the given mean and standard deviation (Box and Muller 1958). */
  normal(mean?: number, standardDeviation?: number): number
  /** exp of a normal: `median` is its median, `sigma` the standard deviation of its logarithm. */
  lognormal(median: number, sigma: number): number
  /** Exponential with the given mean: the wait until the next event of a steady stream. */
  exponential(mean: number): number
  /** A Poisson count (Knuth 1969, in parts of at most 30 so that the product cannot underflow). */
  poisson(mean: number): number
  /** One of the items; they must not be empty. */
  pick<T>(items: readonly T[]): T
  /** One of the items by its weight; weights are not negative and not all 0. */
  weightedPick<T>(items: readonly T[], weightOf: (item: T) => number): T
  /** A shuffled copy (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[]
  /** An independent stream named by `label`; does not advance this one. */
  fork(label: string): SeededRandom
}

/**
 * Starts a stream from a seed. The generator is sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, passes
 * PractRand and BigCrush. It is written out here, ten lines, because the demo and the tests promise the same data for the
 * same seed for years, which a library's major version may not.
 */
export function seededRandom(seed: number | string): SeededRandom {
  const name = String(seed)
  const bits = sfc32(name)
  const uniform = () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992

  const int = (low: number, high: number) => {
    if (!(Number.isSafeInteger(low) && Number.isSafeInteger(high) && low <= high)) {
      throw new RangeError(`No whole number from ${low} to ${high}`)
    }
    return low + Math.floor(uniform() * (high - low + 1))
  }
  const normal = (mean = 0, standardDeviation = 1) =>
    mean + standardDeviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const exponential = (mean: number) => -mean * Math.log(1 - uniform())

  const poisson = (mean: number) => {
    let count = 0
    for (let rest = mean; rest > 0; rest -= 30) {
      const limit = Math.exp(-Math.min(rest, 30))
      for (let product = uniform(); product > limit; product *= uniform()) count += 1
    }
    return count
  }

  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('Cannot pick from nothing')
    return items[int(0, items.length - 1)] as T
  }

  const weightedPick = <T>(items: readonly T[], weightOf: (item: T) => number): T => {
    const total = items.reduce((sum, item) => sum + weightOf(item), 0)
    if (!(total > 0)) throw new RangeError('Cannot pick by weights that sum to 0')
    let rest = uniform() * total
    let chosen: T | undefined
    for (const item of items) {
      const weight = weightOf(item)
      if (weight <= 0) continue
      chosen = item
      if (rest < weight) break
      rest -= weight
    }
    return chosen as T
  }

  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = int(0, last)
      const kept = shuffled[last] as T
      shuffled[last] = shuffled[other] as T
      shuffled[other] = kept
    }
    return shuffled
  }

  return {
    uniform,
    int,
    chance: (p) => uniform() < p,
    normal,
    lognormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    exponential,
    poisson,
    pick,
    weightedPick,
    shuffle,
    fork: (label) => seededRandom(`${name}/${label}`),
  }
}

function sfc32(name: string): () => number {
  // FNV's offset basis and the first digits of pi and e: any three different bases will do, but these stay.
  let [a, b, c] = [hashWord(name, 0x811c9dc5), hashWord(name, 0x243f6a88), hashWord(name, 0x2b7e1516)]
  let counter = 1
  const next = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  // PractRand's own seeding discards twelve outputs so that similar seeds part ways.
  for (let round = 0; round < 12; round += 1) next()
  return next
}

/** One word of state from a name: FNV-1a from a basis of its own, then MurmurHash3's finaliser. */
function hashWord(name: string, basis: number): number {
  let word = basis
  for (let index = 0; index < name.length; index += 1) {
    word = Math.imul(word ^ name.charCodeAt(index), 0x01000193)
  }
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}
