import type { Mark } from './mark.ts'

const localCharacter = /[\p{L}\p{N}._%+'-]/u
const domainCharacter = /[\p{L}\p{N}.-]/u
const longestLocal = 64
const longestDomain = 255

/** Addresses of mail, in any script, around each `@`. Linear: each side is looked at for as far as an address may reach. */
export function findEmails(text: string): Mark[] {
  const marks: Mark[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const floor = Math.max(marks.at(-1)?.end ?? 0, at - longestLocal)
    let start = at
    while (start > floor && localCharacter.test(text[start - 1]!)) start -= 1
    while (start < at && /[.']/.test(text[start]!)) start += 1
    const ceiling = Math.min(text.length, at + 1 + longestDomain)
    let end = at + 1
    while (end < ceiling && domainCharacter.test(text[end]!)) end += 1
    // What is glued behind the top-level domain is no part of it.
    const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u.exec(text.slice(at + 1, end))?.[0]
    if (start === at || domain === undefined) continue
    marks.push({ start, end: at + 1 + domain.length, kind: 'email', score: 0.95 })
  }
  return marks
}
