/** Purchases or lines that some rule could ask about, in the order of time, as the advisor looks at them. */
export interface AdvisorUnits {
  /** For each kind of reading how strong it is: the step on the signal's scale and one more; 0 before the floor or unknown. */
  readonly strengths: readonly Uint16Array[]
  /** Minor units of one currency. */
  readonly amounts: Float64Array
  /** 1: a mistake or fraud, or taken back within a day. */
  readonly caught: Uint8Array
  /** Units of one purchase have one number. */
  readonly purchases: Uint32Array
  /** Units before this place are for fitting, those from it on for judging. */
  readonly split: number
  /** All units of either part, also those that no rule could ask about. */
  readonly fitTotal: number
  readonly judgeTotal: number
}

/** What asking about some units would have brought in one part. */
export interface Catch {
  readonly asked: number
  /** Of all units of the part; null for none. */
  readonly share: number | null
  readonly caught: number
  /** Minor units of what was caught. */
  readonly caughtMinor: number
}

export function sumCatch(
  units: AdvisorUnits,
  isAsked: (unit: number) => boolean,
): { fit: Catch; judge: Catch } {
  const sums = [
    { asked: 0, caught: 0, caughtMinor: 0 },
    { asked: 0, caught: 0, caughtMinor: 0 },
  ]
  for (let unit = 0; unit < units.caught.length; unit++) {
    if (!isAsked(unit)) continue
    const sum = sums[unit < units.split ? 0 : 1]!
    sum.asked++
    if (units.caught[unit] === 0) continue
    sum.caught++
    sum.caughtMinor += units.amounts[unit]!
  }
  const [fit, judge] = sums
  return { fit: withShare(fit!, units.fitTotal), judge: withShare(judge!, units.judgeTotal) }
}

function withShare(sum: Omit<Catch, 'share'>, total: number): Catch {
  return { ...sum, share: total === 0 ? null : sum.asked / total }
}
