/** A text as the finders read it, with the way back to what was typed. */
export interface NormalisedText {
  readonly text: string
  /** Where each UTF-16 unit of `text` begins in the original, one more entry for the end; null: everywhere itself. */
  readonly starts: Uint32Array | null
}

/** What NFKC leaves alone and a finder must still read differently. */
const unusual =
  /[\u00ad\u061c\u1680\u180e\u2000-\u2015\u202a-\u202f\u2043\u205f-\u2069\u2212\ufeff]|(?![0-9])\p{Nd}/u

/** Soft hyphens, zero-width characters and marks of direction: invisible, and good for hiding a number from a finder. */
const invisible = /^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/
const wideSpace = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/
const dash = /^[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]$/
const combining = /^\p{M}$/u
const decimalDigit = /^\p{Nd}$/u

/**
 * NFKC, plain spaces and hyphens for their many relatives, every script's decimal digits as 0-9, invisible characters left out.
 * Characters are normalised one by one with the marks that combine with them, so that offsets stay exact. Linear in the text.
 */
export function normaliseText(original: string): NormalisedText {
  if (!unusual.test(original) && original.normalize('NFKC') === original)
    return { text: original, starts: null }
  const seen = new Map<string, string>()
  const units: string[] = []
  let starts = new Uint32Array(original.length + 1)
  let length = 0
  for (let i = 0; i < original.length;) {
    const code = original.charCodeAt(i)
    const next = original.charCodeAt(i + 1)
    let end = i + 1
    let plain: string
    if (code < 0x80 && !(next >= 0x300)) {
      plain = original[i]!
    } else {
      if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) end += 1
      while (original.charCodeAt(end) >= 0x300 && combining.test(original[end]!)) end += 1
      const cluster = original.slice(i, end)
      plain = seen.get(cluster) ?? remember(seen, cluster)
    }
    if (length + plain.length >= starts.length) starts = grown(starts, length + plain.length + 1)
    for (let k = 0; k < plain.length; k += 1) starts[length + k] = i
    length += plain.length
    if (plain !== '') units.push(plain)
    i = end
  }
  starts[length] = original.length
  return { text: units.join(''), starts: starts.subarray(0, length + 1) }
}

/** Clusters are few in any language; a hostile text must still not fill the memory. */
const longestMemory = 5_000

function remember(seen: Map<string, string>, cluster: string): string {
  const plain = plainOf(cluster)
  if (seen.size < longestMemory) seen.set(cluster, plain)
  return plain
}

function plainOf(cluster: string): string {
  if (invisible.test(cluster)) return ''
  if (wideSpace.test(cluster)) return ' '
  if (dash.test(cluster)) return '-'
  const composed = cluster.normalize('NFKC')
  return decimalDigit.test(composed) ? String(digitValue(composed.codePointAt(0)!)) : composed
}

/** Unicode keeps the ten digits of a script together and in order, so the value is the distance from the first. */
function digitValue(codePoint: number): number {
  let zero = codePoint
  while (codePoint - zero < 9 && decimalDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return codePoint - zero
}

function grown(starts: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, starts.length * 2))
  larger.set(starts)
  return larger
}
