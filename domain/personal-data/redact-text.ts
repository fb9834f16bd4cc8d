import type { Language } from '../language/language.ts'
import { findPersonalData } from './find-personal-data.ts'
import { type KnownPeople, nobodyKnown } from './known-people.ts'
import type { Mark } from './mark.ts'
import { isReplaced, type MarkChoice, markedValue } from './mark-choice.ts'
import { personalDataKinds } from './personal-data-kind.ts'

/**
 * The redacted twin: every marked value that is not kept for a stated purpose stands as `[card 1]`, the same value always as the
 * same. It is what everybody but the author reads. Not anonymous: the circumstances may still point at a person.
 */
export function redactText(
  original: string,
  {
    language,
    known = nobodyKnown,
    choices = [],
  }: {
    readonly language: Language
    readonly known?: KnownPeople
    readonly choices?: readonly MarkChoice[]
  },
): string {
  return replaceMarks(original, findPersonalData(original, known), language, choices)
}

/** The same, for a text whose marks are known. */
export function replaceMarks(
  original: string,
  marks: readonly Mark[],
  language: Language,
  choices: readonly MarkChoice[],
): string {
  const numbers = new Map<string, number>()
  const ofLabel = new Map<string, number>()
  let redacted = ''
  let from = 0
  for (const mark of marks) {
    if (!isReplaced(original, mark, choices)) continue
    const label = personalDataKinds[mark.kind].label[language]
    const key = `${label} ${markedValue(original, mark)}`
    if (!numbers.has(key)) {
      ofLabel.set(label, (ofLabel.get(label) ?? 0) + 1)
      numbers.set(key, ofLabel.get(label)!)
    }
    redacted += `${original.slice(from, mark.start)}[${label} ${numbers.get(key)!}]`
    from = mark.end
  }
  return redacted + original.slice(from)
}
