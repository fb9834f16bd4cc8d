import type { Signal } from './signal.ts'
import type { SignalKey } from './signal-key.ts'
import { amountRatio } from './signals/amount-ratio.ts'
import { amount } from './signals/amount.ts'
import { digitSlip } from './signals/digit-slip.ts'
import { distanceKm } from './signals/distance-km.ts'
import { habitBreak } from './signals/habit-break.ts'
import { merchantRisk } from './signals/merchant-risk.ts'
import { quantityRatio } from './signals/quantity-ratio.ts'
import { repeat } from './signals/repeat.ts'
import { sizeGap } from './signals/size-gap.ts'
import { travelSpeedKmh } from './signals/travel-speed-kmh.ts'

/** Every signal, one line each. */
export const signals = {
  amount,
  amountRatio,
  quantityRatio,
  digitSlip,
  repeat,
  merchantRisk,
  distanceKm,
  travelSpeedKmh,
  sizeGap,
  habitBreak,
} as const satisfies Record<SignalKey, Signal>
