/** Slips of the hand that change a number's size: what may have happened between what was meant and what was entered. */
export const slips = [
  'extraZero',
  'droppedZero',
  'movedSeparator',
  'doubledDigit',
  'insertedDigit',
  'droppedDigit',
  'swappedDigits',
] as const

export type Slip = (typeof slips)[number]

export interface Undone {
  readonly slip: Slip
  /** What was meant, if this slip happened; in the unit of what was entered. */
  readonly meant: number
  /** 0..1: 1 when a match by chance is out of the question. */
  readonly closeness: number
}

/** Far from usual as it stands: so many times the median, and twice as far as any earlier value. */
const farFromMedian = 4
const farFromAny = 2
/** Meeting the digits of a usual value says more than coming near one. */
const nearCloseness = 0.95
/** Slips that would explain many numbers say less. */
const ambiguity: Readonly<Record<Slip, number>> = {
  extraZero: 1,
  droppedZero: 1,
  movedSeparator: 1,
  doubledDigit: 1,
  insertedDigit: 3,
  droppedDigit: 3,
  swappedDigits: 3,
}

/**
 * The slip whose undoing brings `entered` nearest to the `usual` values (above 0, in any order), or null when the value is not
 * far from usual as it stands: the ordinary spread of amounts is no slip. `unit` is what 1 as a person writes it is
 * in the value's own unit (100 for cents, 1 for pieces).
 *
 * Closeness = 1 - a x 0.9 x 10^(1 - s) x (1 - p): s significant digits of a usual value that is met exactly, p the share
 * of usual values met, a the slip's ambiguity. It falls with the chance of meeting some usual value by accident: a
 * meeting in three digits is strong alone, a meeting in one digit counts only where nearly every earlier value is the
 * same. A value within 10 % of usual ones counts like a meeting in one digit, a little less.
 */
export function undoSlip(entered: number, usual: readonly number[], unit: number): Undone | null {
  if (usual.length === 0 || !isFarFromEach(entered, usual)) return null
  const ascending = [...usual].sort((a, b) => a - b)
  if (!isFarFromMedian(entered, ascending)) return null
  let best: Undone | null = null
  const zerosAndSeparators = shifted(entered, unit)
  for (const value of distinct(ascending)) {
    const slip = slipBetween(value, entered, unit, zerosAndSeparators)
    if (slip === null) continue
    const chance = 0.9 * 10 ** (1 - significantDigits(value)) * (1 - share(usual, (one) => one === value))
    best = better(best, { slip, meant: value, closeness: Math.max(0, 1 - ambiguity[slip] * chance) })
  }
  for (const [slip, meant] of zerosAndSeparators) {
    const near = share(usual, (one) => one >= meant / 1.1 && one <= meant * 1.1)
    if (near > 0) best = better(best, { slip, meant, closeness: nearCloseness * (1 - 0.9 * (1 - near)) })
  }
  return best
}

function isFarFromEach(entered: number, usual: readonly number[]): boolean {
  return usual.every((one) => entered / one >= farFromAny || entered / one <= 1 / farFromAny)
}

function isFarFromMedian(entered: number, ascending: readonly number[]): boolean {
  const middle = ascending.length >> 1
  const median =
    ascending.length % 2 === 1 ? ascending[middle]! : (ascending[middle - 1]! + ascending[middle]!) / 2
  const times = entered / median
  return times >= farFromMedian || times <= 1 / farFromMedian
}

/** Which single slip turns `meant` into `entered`, the most ordinary one (of `zerosAndSeparators`) first. */
function slipBetween(
  meant: number,
  entered: number,
  unit: number,
  zerosAndSeparators: readonly [Slip, number][],
): Slip | null {
  for (const [slip, undone] of zerosAndSeparators) if (same(undone, meant)) return slip
  const fraction = entered % unit
  if (fraction !== meant % unit) return null
  const long = String((entered - fraction) / unit)
  const short = String((meant - fraction) / unit)
  if (long.length === short.length + 1) return addedDigit(short, long)
  if (short.length === long.length + 1) return addedDigit(long, short) === null ? null : 'droppedDigit'
  return long.length === short.length && areSwapped(long, short) ? 'swappedDigits' : null
}

/** What was meant if only zeros or the separator went astray. */
function shifted(entered: number, unit: number): [Slip, number][] {
  const whole = entered % (unit * 10) === 0
  return [
    [whole ? 'extraZero' : 'movedSeparator', entered / 10],
    [entered % unit === 0 ? 'droppedZero' : 'movedSeparator', entered * 10],
    ['movedSeparator', entered / 100],
    ['movedSeparator', entered * 100],
  ]
}

function addedDigit(short: string, long: string): 'doubledDigit' | 'insertedDigit' | null {
  for (let i = 0; i < long.length; i++) {
    if (long.slice(0, i) + long.slice(i + 1) !== short) continue
    return long[i] === long[i - 1] || long[i] === long[i + 1] ? 'doubledDigit' : 'insertedDigit'
  }
  return null
}

function areSwapped(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) {
    if (a[i] === b[i]) continue
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
  }
  return false
}

function significantDigits(value: number): number {
  const digits = String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '')
  return Math.max(1, digits.length)
}

function share(values: readonly number[], counts: (value: number) => boolean): number {
  return values.filter(counts).length / values.length
}

function distinct(ascending: readonly number[]): number[] {
  return ascending.filter((value, i) => i === 0 || value !== ascending[i - 1])
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(a, b)
}

function better(best: Undone | null, next: Undone): Undone {
  if (best === null || next.closeness > best.closeness) return next
  const tie = next.closeness === best.closeness && slips.indexOf(next.slip) < slips.indexOf(best.slip)
  return tie ? next : best
}
