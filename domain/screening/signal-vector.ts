import { z } from 'zod'
import type { Reading } from './reading.ts'
import type { Screening } from './screen.ts'
import type { Transaction } from './transaction.ts'

const row = z.array(z.number().nullable())

/**
 * How readings are stored: the values of `transactionSlots` and, for each line, of `lineSlots`, `null` where unknown, and
 * beside them the history that each rests on (null where none is needed; of an unknown value what there was of too little).
 * With both, thresholds and minimum histories can be compared later exactly as `screen` compares them. Plain JSON; a vector
 * may be shorter than today's slots when a signal was added since.
 */
export const signalVectorSchema = z.object({
  v: z.literal(1),
  values: row,
  histories: row,
  lines: z.array(z.object({ lineNo: z.int(), values: row, histories: row })),
})

export type SignalVector = Readonly<z.infer<typeof signalVectorSchema>>
export type LineVector = SignalVector['lines'][number]

export function toSignalVector(screening: Screening, transaction: Transaction): SignalVector {
  return {
    v: 1,
    ...columns(screening.readings),
    lines: screening.lineReadings.map((readings, i) => ({
      lineNo: transaction.lines[i]!.lineNo,
      ...columns(readings),
    })),
  }
}

function columns(readings: readonly Reading[]): { values: (number | null)[]; histories: (number | null)[] } {
  return {
    values: readings.map((reading) => reading.value),
    histories: readings.map((reading) =>
      reading.value === null ? (reading.reason.have ?? null) : reading.history,
    ),
  }
}

/** A stored row as the evaluator takes it: NaN for null, and Infinity where no history is needed, so that NaN alone never fires. */
export function fillSlots(
  stored: { readonly values: readonly (number | null)[]; readonly histories: readonly (number | null)[] },
  values: Float64Array,
  histories: Float64Array,
): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = stored.values[i] ?? NaN
    histories[i] = stored.histories[i] ?? Infinity
  }
}
