/**
 * The signals in the order in which their readings are stored. Append only: a place in this order is a column of
 * every stored signal vector.
 */
export const signalKeys = [
  'amount',
  'amountRatio',
  'quantityRatio',
  'digitSlip',
  'repeat',
  'merchantRisk',
  'distanceKm',
  'travelSpeedKmh',
  'sizeGap',
  'habitBreak',
] as const

export type SignalKey = (typeof signalKeys)[number]

/** A signal speaks about the whole transaction or about one line of it. */
export const signalLevels = ['transaction', 'line'] as const

export type SignalLevel = (typeof signalLevels)[number]
