import { findIbanLength, isIban } from './iban.ts'
import { isPolishIdentityCard } from './national-numbers.ts'
import type { Mark } from './mark.ts'
import { nearbyWords } from './nearby-words.ts'

/** IBANs, Polish passports and identity cards: numbers that begin with letters. Linear in the text. */
export function findLetteredNumbers(text: string): Mark[] {
  return [...findIbans(text), ...findPapers(text)]
}

function findIbans(text: string): Mark[] {
  const marks: Mark[] = []
  for (let i = 0; i + 14 < text.length; i += 1) {
    if (!isLetter(text.charCodeAt(i)) || !isLetter(text.charCodeAt(i + 1))) continue
    const third = text.charCodeAt(i + 2) === 32 ? i + 3 : i + 2
    if (!isDigit(text.charCodeAt(third)) || !isDigit(text.charCodeAt(third + 1))) continue
    const length = findIbanLength(text.slice(i, i + 2).toUpperCase())
    const end = length === null ? null : endOfCharacters(text, i, length)
    if (end === null) continue
    const characters = text.slice(i, end).replace(/[ -]/g, '').toUpperCase()
    if (!isIban(characters)) continue
    marks.push({ start: i, end, kind: 'iban', score: 0.95 })
    i = end - 1
  }
  return marks
}

/** Where the `count`-th letter or digit ends, single spaces and hyphens between them left out; null when they are not there. */
function endOfCharacters(text: string, start: number, count: number): number | null {
  let seen = 0
  let i = start
  for (; i < text.length && seen < count; i += 1) {
    const code = text.charCodeAt(i)
    if (isLetter(code) || isDigit(code)) seen += 1
    else if ((code !== 32 && code !== 45) || text.charCodeAt(i + 1) === code) return null
  }
  return seen === count ? i : null
}

function findPapers(text: string): Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])([A-Z]{2,3}) ?(\d{6,7})(?!\p{N})/giu)) {
    const [all, letters, digits] = match as unknown as [string, string, string]
    const [start, end] = [match.index, match.index + all.length]
    const speaksFor = nearbyWords(text, start, end)
    if (letters.length === 2 && digits.length === 7 && speaksFor('passport'))
      marks.push({ start, end, kind: 'passport', score: 0.7 })
    if (letters.length !== 3 || digits.length !== 6) continue
    const named = speaksFor('identityCard')
    if (isPolishIdentityCard(`${letters}${digits}`.toUpperCase()))
      marks.push({ start, end, kind: 'identityCard', score: named ? 0.95 : 0.6 })
    else if (named) marks.push({ start, end, kind: 'identityCard', score: certainForWord })
  }
  return marks
}

/** The word alone, with a sum that does not fit: a slip of the pen is likelier than another kind of number. */
const certainForWord = 0.5

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
