import { type Bounds, z95 } from './wilson.ts'

/**
 * Interval (95 % unless another `z` is given) of the mean of a Poisson count, in counts; for 0 the low end is 0.
 * Source: Byar's approximation, Breslow and Day, Statistical Methods in Cancer Research II (IARC 1987), p. 69;
 * it stays within 2 % of the exact interval from a count of 5 on.
 *
 * @throws RangeError for a negative count.
 */
export function poissonInterval(count: number, z: number = z95): Bounds {
  if (!(count >= 0)) throw new RangeError(`A count cannot be ${count}`)
  return {
    low: count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    high: (count + 1) * (1 - 1 / (9 * (count + 1)) + z / (3 * Math.sqrt(count + 1))) ** 3,
  }
}
