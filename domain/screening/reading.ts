import type { MissingReason, MissingReasonCode } from './missing-reason.ts'

/**
 * What a signal says about one transaction or line. `history` counts the earlier purchases that the value rests on
 * (`null` where a signal needs none); `facts` is what its words are made of.
 */
export type Reading<Facts = unknown> =
  { readonly value: number; readonly history: number | null; readonly facts: Facts } | MissingReading

export interface MissingReading {
  readonly value: null
  readonly reason: MissingReason
}

const plain = new Map<MissingReasonCode, MissingReading>()

/** No value, and why. */
export function missing(code: Exclude<MissingReasonCode, 'tooLittleHistory'>): MissingReading {
  let reading = plain.get(code)
  if (reading === undefined) {
    reading = Object.freeze({ value: null, reason: Object.freeze({ code }) })
    plain.set(code, reading)
  }
  return reading
}

const tooLittle: MissingReading[][] = []

/** No value yet: "3 of 5 purchases". */
export function tooLittleHistory(have: number, need: number): MissingReading {
  const ofNeed = (tooLittle[need] ??= [])
  return (ofNeed[have] ??= Object.freeze({
    value: null,
    reason: Object.freeze({ code: 'tooLittleHistory', have, need }),
  }))
}
