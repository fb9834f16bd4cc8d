import { allowanceSigmas, decisionSigmas } from './cusum.ts'

/** The standard normal quantile of 0.8: the shift is found in four of five cases. */
const z80 = 0.8416212335729143

/**
 * The smallest shift, in standard deviations, that the CUSUM finds in about four of five cases when its level comes from
 * `before` points and `after` points follow. Infinity when either is 0. After n points the sum has grown to
 * `n (shift - k)` with standard deviation `n sqrt(1/n + 1/before)`, and must exceed h; hence
 * `shift = k + h / n + z80 sqrt(1/n + 1/before)`. The tests simulate that it holds.
 */
export function detectableShiftSigmas(before: number, after: number): number {
  if (before <= 0 || after <= 0) return Infinity
  return allowanceSigmas + decisionSigmas / after + z80 * Math.sqrt(1 / after + 1 / before)
}
