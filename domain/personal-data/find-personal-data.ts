import { findEmails } from './find-emails.ts'
import { findLetteredNumbers } from './find-lettered-numbers.ts'
import { findNames } from './find-names.ts'
import { findNumbers } from './find-numbers.ts'
import { findReferences } from './find-references.ts'
import { type KnownPeople, nobodyKnown } from './known-people.ts'
import { type Mark, coverOverlaps } from './mark.ts'
import { normaliseText } from './normalise-text.ts'

/**
 * What in a text may be personal data, in the order of the text, without overlaps; offsets are those of the text as it was
 * given. `known`: people whom the writer knows from the linked case. A text without marks is not anonymous: what a
 * story tells can point at a person without any number or name.
 */
export function findPersonalData(original: string, known: KnownPeople = nobodyKnown): Mark[] {
  const { text, starts } = normaliseText(original)
  const marks = coverOverlaps([
    ...findEmails(text),
    ...findLetteredNumbers(text),
    ...findNumbers(text),
    ...findNames(text, known),
    ...findReferences(text, known.references),
  ])
  if (starts === null) return marks
  return marks.map((mark) => ({ ...mark, start: starts[mark.start]!, end: starts[mark.end]! }))
}
