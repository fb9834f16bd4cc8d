import type { Mark } from './mark.ts'

/** Shorter ones stand in any text. */
const shortest = 4

/** Where customers' references that are known stand in a normalised text, as a word of their own, in small or capital letters. */
export function findReferences(text: string, references: readonly string[]): Mark[] {
  const long = references.filter((reference) => reference.length >= shortest)
  if (long.length === 0) return []
  const any = long.map((reference) => reference.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    ...{ start: index, end: index + found.length, kind: 'customer', score: 0.95 },
  }))
}
