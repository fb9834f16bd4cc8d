import type { DigitGroup, DigitRun } from './digit-runs.ts'

const currency = /^.{0,3}(?:zł|zl|pln|eur|usd|gbp|rub|byn|руб|грн|тг|€|\$|£|₽)/iu
const currencyBefore = /(?:€|\$|£|₽|pln|eur|usd)\s?$/iu

/**
 * The groups of a run without those that are a date (`22.11.2026`, `2026-11-22`) or an amount of money in groups of three with
 * its currency: long, but nobody's number. What is left falls into pieces at the gaps.
 */
export function withoutOrdinaryNumbers(text: string, run: DigitRun): DigitRun[] {
  const pieces: DigitGroup[][] = [[]]
  for (let i = 0; i < run.length;) {
    const skipped = isDate(text, run, i) ? 3 : amountLength(text, run, i)
    if (skipped === 0) {
      pieces.at(-1)!.push(run[i]!)
      i += 1
    } else {
      pieces.push([])
      i += skipped
    }
  }
  return pieces.filter((piece) => piece.length > 0)
}

function isDate(text: string, run: DigitRun, at: number): boolean {
  const [first, second, third] = [run[at], run[at + 1], run[at + 2]]
  if (!first || !second || !third) return false
  const gap = text.slice(first.end, second.start)
  if (!/^[-./]$/.test(gap) || text.slice(second.end, third.start) !== gap) return false
  const [a, b, c] = [first, second, third].map(({ start, end }) => text.slice(start, end)) as [
    string,
    string,
    string,
  ]
  const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits)
  const isMonth = (digits: string) => /^(?:0?[1-9]|1[0-2])$/.test(digits)
  const isDayOfMonth = (digits: string) => /^(?:0?[1-9]|[12]\d|3[01])$/.test(digits)
  return (
    (isYear(a) && isMonth(b) && isDayOfMonth(c)) ||
    (isYear(c) && ((isDayOfMonth(a) && isMonth(b)) || (isMonth(a) && isDayOfMonth(b))))
  )
}

/** How many groups from `at` on are one amount; 0 for none. */
function amountLength(text: string, run: DigitRun, at: number): number {
  const first = run[at]!
  if (first.end - first.start > 3) return 0
  let last = at
  while (last + 1 < run.length) {
    const next = run[last + 1]!
    const gap = text.slice(run[last]!.end, next.start)
    if (next.end - next.start !== 3 || !/^[ .]$/.test(gap)) break
    last += 1
  }
  if (last === at) return 0
  const end = run[last]!.end
  const rest = text.slice(end, end + 12).replace(/^[,.]\d\d(?!\d)/, '')
  const isMoney =
    currency.test(rest) || currencyBefore.test(text.slice(Math.max(0, first.start - 5), first.start))
  return isMoney ? last - at + 1 : 0
}
