/** Digits in a row: `[start, end)` in the normalised text. */
export interface DigitGroup {
  readonly start: number
  readonly end: number
}

/** Groups that may belong to one number: at most three separators stand between them. */
export type DigitRun = readonly DigitGroup[]

/** What people put into numbers so that they can read them. */
const separators = new Set(Array.from(' -./()', (character) => character.charCodeAt(0)))

const longestGap = 3

/** All runs of digits with at least `fewestDigits`, in one pass over the text. */
export function* digitRuns(text: string, fewestDigits: number): Generator<DigitRun> {
  let groups: DigitGroup[] = []
  let count = 0
  let i = 0
  while (i < text.length) {
    if (!isDigit(text.charCodeAt(i))) {
      i += 1
      continue
    }
    const start = i
    while (isDigit(text.charCodeAt(i))) i += 1
    const before = groups.at(-1)
    if (before && !joins(text, before.end, start)) {
      if (count >= fewestDigits) yield groups
      groups = []
      count = 0
    }
    groups.push({ start, end: i })
    count += i - start
  }
  if (count >= fewestDigits) yield groups
}

function joins(text: string, from: number, to: number): boolean {
  if (to - from > longestGap) return false
  for (let i = from; i < to; i += 1) if (!separators.has(text.charCodeAt(i))) return false
  return true
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
