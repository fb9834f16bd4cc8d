import { foldLetters } from '../language/fold-letters.ts'
import type { KnownPeople } from './known-people.ts'
import type { Mark } from './mark.ts'
import { nameForms } from './name-forms.ts'

const capitalWord = /\p{Lu}[\p{L}'’]{2,}/gu
const word = /\p{L}[\p{L}'’]{2,}/gu

/** Shorter names in small letters are words of many sentences (jan, may, lis): they count beside another name or a form of address. */
const shortestSmall = 4
/** In small letters a name may be an ordinary word as well: the writer decides. */
const smallScore = 0.4
/** So many letters of a name, and so many more, make a capitalised word inside a sentence perhaps an irregular form of it. */
const sharedStart = 4
const longestTail = 4
const surnameEnding =
  /(?:ов|ова|ову|овым|овой|ев|ева|еву|евым|евой|ин|ина|ину|иным|иной|енко|ович|овича|овичу|евич|овна|овны|овне|евна|евны|ский|ского|скому|ским|ская|ской|скую|цкий|цкого|цкая|цкой|ski|skiego|skiemu|skim|ska|skiej|cki|ckiego|cka|ckiej|wicz|wicza|wiczowi|czyk|czyka)$/
const insideSentence = /[\p{L}\p{N},;:)] $/u
/** After a figure `ms` is a unit: "525 ms. Handoffs". */
const title =
  /(?<!\d)(?:^|[\s(,.;])(?:mr|mrs|ms|dr|pan|pani|pana|panu|panem|panią|г-н|г-жа|г-ну|господин|господина|господину|госпожа|госпожи|клиент|клиента|клиенту|клиентка|клиентки|klient|klienta|klientka|klientki|klientce)\.? $/i

/** What is looked for: the forms of known names, and which of them count in small letters too. */
interface Sought {
  readonly forms: ReadonlyMap<string, 'people' | 'firms'>
  /** The first letters of the names of people. */
  readonly starts: ReadonlySet<string>
  /** The first two letters of every form: most words begin otherwise. */
  readonly pairs: ReadonlySet<string>
}

/**
 * Names in a normalised text: those that are known, exact and in their other grammatical forms; doubtful in small letters, and where
 * a capitalised word merely begins like one; and, as a mere warning, capitalised words that look like a surname or follow a form of address.
 */
export function findNames(text: string, known: Pick<KnownPeople, 'names' | 'firms'>): Mark[] {
  const sought = seek(known)
  const marks: (Mark & { readonly isShort?: true })[] = []
  const foldedPairs = new Map<string, string>()
  const foldPair = (pair: string) => {
    const folded = foldedPairs.get(pair) ?? foldLetters(pair).slice(0, 2)
    foldedPairs.set(pair, folded)
    return folded
  }
  for (const match of text.matchAll(sought.forms.size === 0 ? capitalWord : word)) {
    const isCapital = /^\p{Lu}/u.test(match[0])
    if (!isCapital && !sought.pairs.has(foldPair(match[0].slice(0, 2)))) continue
    const folded = foldLetters(match[0]).replace(/['’]s?$/, '')
    const [start, end] = [match.index, match.index + match[0].length]
    const of = sought.forms.get(folded)
    if (isCapital && of !== undefined) marks.push({ start, end, kind: 'name', score: 0.9 })
    else if (isCapital && beginsLikeKnown(text, start, folded, sought))
      marks.push({ start, end, kind: 'name', score: smallScore })
    else if (isCapital && looksLikeName(text, start, folded))
      marks.push({ start, end, kind: 'possibleName', score: 0.3 })
    else if (!isCapital && of === 'people') {
      const mark = { start, end, kind: 'name', score: smallScore } as const
      const isShort = folded.length < shortestSmall && !title.test(text.slice(Math.max(0, start - 14), start))
      marks.push(isShort ? { ...mark, isShort } : mark)
    }
  }
  return joinNeighbours(
    text,
    marks.filter(
      (mark, i) => !mark.isShort || [marks[i - 1], marks[i + 1]].some((other) => touches(text, mark, other)),
    ),
  )
}

function seek({ names, firms }: Pick<KnownPeople, 'names' | 'firms'>): Sought {
  const parts = (known: readonly string[]) => known.flatMap((name) => name.match(/[\p{L}'’]{3,}/gu) ?? [])
  const forms = new Map<string, 'people' | 'firms'>([
    ...parts(firms).flatMap((part) => nameForms(part).map((form) => [form, 'firms'] as const)),
    ...parts(names).flatMap((part) => nameForms(part).map((form) => [form, 'people'] as const)),
  ])
  return {
    forms,
    pairs: new Set([...forms.keys()].map((form) => form.slice(0, 2))),
    starts: new Set(
      parts(names).map((part) => foldLetters(part).slice(0, Math.max(sharedStart, part.length - 1))),
    ),
  }
}

/** Inside a sentence a capital speaks for a name; at its beginning every word has one. */
function beginsLikeKnown(text: string, start: number, folded: string, { starts }: Sought): boolean {
  if (!insideSentence.test(text.slice(Math.max(0, start - 2), start))) return false
  for (let length = sharedStart; length <= folded.length; length += 1)
    if (starts.has(folded.slice(0, length)) && folded.length <= length + longestTail) return true
  return false
}

function touches(text: string, mark: Mark, other: Mark | undefined): boolean {
  if (other?.kind !== 'name') return false
  const between =
    other.start < mark.start ? text.slice(other.end, mark.start) : text.slice(mark.end, other.start)
  return /^[ -]$/.test(between)
}

function looksLikeName(text: string, start: number, folded: string): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  if (title.test(before)) return true
  return folded.length >= 5 && surnameEnding.test(folded) && insideSentence.test(before)
}

/** First name and surname are one mark. */
function joinNeighbours(text: string, marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    const before = joined.at(-1)
    if (before?.kind === mark.kind && /^[ -]$/.test(text.slice(before.end, mark.start)))
      joined[joined.length - 1] = { ...before, end: mark.end }
    else joined.push(mark)
  }
  return joined
}
