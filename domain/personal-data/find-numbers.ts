import { classifyDigits } from './classify-digits.ts'
import { type DigitRun, digitRuns } from './digit-runs.ts'
import { phoneFinder } from './find-phone.ts'
import { certainScore, coverOverlaps, type Mark } from './mark.ts'
import { nearbyWords } from './nearby-words.ts'
import { withoutOrdinaryNumbers } from './ordinary-numbers.ts'

/** From how many digits on a number is marked, whatever it is. */
const doubtfulDigits = 9
const fewestDigits = 8
const mostDigits = 26

/** A number that is only a part of what stands together, or that a date or an amount runs into, must be this clear. */
const clearScore = 0.55

/** A run with more groups is a table of figures: marked as a whole, not read group by group. */
const mostGroups = 48

/**
 * Marks numbers in a normalised text: those that a pattern, a check sum or a word nearby explain, and every other one of nine
 * and more digits as doubtful. Linear in the text.
 */
export function findNumbers(text: string): Mark[] {
  const isPhone = phoneFinder()
  const marks: Mark[] = []
  for (const run of digitRuns(text, fewestDigits)) {
    const readings = run.length > mostGroups ? [] : readRun(text, run, isPhone)
    const strong = coverOverlaps(readings.filter(({ score }) => score >= certainScore))
    for (const mark of strong) marks.push(mark)
    for (const mark of doubtfulPieces(text, run, strong)) {
      // A weak reading only names a stretch that is doubtful anyway.
      marks.push(readings.find(({ start, end }) => start === mark.start && end === mark.end) ?? mark)
    }
  }
  return marks
}

function readRun(
  text: string,
  run: DigitRun,
  isPhone: (digits: string, international: boolean) => boolean,
): Mark[] {
  const found: Mark[] = []
  let pieces: readonly DigitRun[] | null = null
  const isWhole = (first: number, last: number) => {
    pieces ??= withoutOrdinaryNumbers(text, run)
    return pieces.some((piece) => piece[0] === run[first] && piece.at(-1) === run[last])
  }
  for (let first = 0; first < run.length; first += 1) {
    let digits = ''
    for (let last = first; last < run.length; last += 1) {
      digits += text.slice(run[last]!.start, run[last]!.end)
      if (digits.length > mostDigits) break
      if (digits.length < fewestDigits) continue
      const [start, end] = [run[first]!.start, run[last]!.end]
      const plus = plusBefore(text, start)
      const international = plus !== null ? digits : digits.startsWith('00') ? digits.slice(2) : null
      if (digits.length < doubtfulDigits && international === null) continue
      if (!bracketsClose(text, start, end)) continue
      const reading = classifyDigits(digits, {
        ...{ isPhone, international, typed: text.slice(start, end) },
        speaksFor: nearbyWords(text, start, end),
      })
      if (!reading) continue
      // Nine digits are soon a valid phone number, a part of another number as well.
      const isClear = reading.score >= clearScore && (reading.kind !== 'phone' || international !== null)
      if (isClear || isWhole(first, last))
        found.push({ start: plus ?? start, end, kind: reading.kind, score: reading.score })
    }
  }
  return found
}

/** Brackets stand around the dialling code of one number; one that opens and does not close belongs to the sentence. */
function bracketsClose(text: string, start: number, end: number): boolean {
  let open = text[start - 1] === '(' ? 1 : 0
  let seen = 0
  for (let i = start; i < end; i += 1) {
    if (text[i] === '(') open += 1
    else if (text[i] === ')') open -= 1
    else continue
    seen += 1
    if (open < 0 || open > 1) return false
  }
  return seen === 0 || open === 0
}

/** Where the plus sign of an international number stands, a bracket may be between; null when there is none. */
function plusBefore(text: string, start: number): number | null {
  for (let i = start - 1; i >= Math.max(0, start - 3); i -= 1) {
    if (text[i] === '+') return i
    if (text[i] !== '(' && text[i] !== ' ') return null
  }
  return null
}

/** What of a run nothing explains and is still nine digits or more, in groups with one separator between them. */
function doubtfulPieces(text: string, run: DigitRun, explained: readonly Mark[]): Mark[] {
  if (run.length === 1) return explained.length > 0 ? [] : doubtful(run)
  const free = run.filter(({ start, end }) => !explained.some((mark) => mark.start < end && start < mark.end))
  return splitAtGaps(free)
    .flatMap((piece) => withoutOrdinaryNumbers(text, piece))
    .flatMap(splitAtGaps)
    .flatMap(doubtful)
}

function doubtful(groups: DigitRun): Mark[] {
  const digits = groups.reduce((sum, { start, end }) => sum + end - start, 0)
  if (digits < doubtfulDigits) return []
  return [{ start: groups[0]!.start, end: groups.at(-1)!.end, kind: 'longNumber', score: 0.2 }]
}

/** Falls apart where more than one separator stands between two groups. */
function splitAtGaps(groups: DigitRun): DigitRun[] {
  const pieces: DigitRun[number][][] = []
  for (const group of groups) {
    const piece = pieces.at(-1)
    if (piece && group.start - piece.at(-1)!.end <= 1) piece.push(group)
    else pieces.push([group])
  }
  return pieces
}
