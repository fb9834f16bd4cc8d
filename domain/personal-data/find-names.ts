import { foldLetters } from '../language/fold-letters.ts'
import type { KnownPeople } from './known-people.ts'
import type { Mark } from './mark.ts'
import { nameForms } from './name-forms.ts'
import { isOrdinaryWord } from './ordinary-surnames.ts'

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
const formsOfAddress =
  'mr|mrs|ms|dr|pan|pani|pana|panu|panem|panią|г-н|г-жа|г-ну|господин|господина|господину|госпожа|госпожи|клиент|клиента|клиенту|клиентка|клиентки|klient|klienta|klientka|klientki|klientce'
/** After a figure `ms` is a unit: "525 ms. Handoffs". */
const title = new RegExp(`(?<!\\d)(?:^|[\\s(,.;])(?:${formsOfAddress})\\.? $`, 'i')
const formOfAddress = new RegExp(`^(?:${formsOfAddress})$`, 'i')

/** What is looked for: the forms of known names, which of them count in small letters too, and which of these are words as well. */
interface Sought {
  readonly forms: ReadonlyMap<string, 'people' | 'words' | 'firms'>
  /** The first letters of the names of people. */
  readonly starts: ReadonlySet<string>
  /** The first two letters of every form: most words begin otherwise. */
  readonly pairs: ReadonlySet<string>
}

/** A word that may be a name. */
interface Candidate extends Mark {
  /** In small letters it counts beside another name or after a form of address; alone it is worth a warning, or nothing. */
  readonly alone?: 'warning' | 'nothing'
  /** Known and capitalised: the capitalised words beside it are the rest of a person's name. */
  readonly isPerson?: true
}

/**
 * Names in a normalised text: those that are known, exact and in their other grammatical forms, with the capitalised words beside them;
 * doubtful in small letters, and where a capitalised word merely begins like one; and, as a mere warning, what is an ordinary word as
 * well and capitalised words that look like a surname or follow a form of address.
 */
export function findNames(text: string, known: Pick<KnownPeople, 'names' | 'firms'>): Mark[] {
  const sought = seek(known)
  const candidates: Candidate[] = []
  const foldedPairs = new Map<string, string>()
  const foldPair = (pair: string) => {
    const folded = foldedPairs.get(pair) ?? foldLetters(pair).slice(0, 2)
    foldedPairs.set(pair, folded)
    return folded
  }
  for (const match of text.matchAll(sought.forms.size === 0 ? capitalWord : word)) {
    const isCapital = /^\p{Lu}/u.test(match[0])
    if (!isCapital && !sought.pairs.has(foldPair(match[0].slice(0, 2)))) continue
    const place = { start: match.index, end: match.index + match[0].length }
    const folded = foldLetters(match[0]).replace(/['’]s?$/, '')
    const found = isCapital ? inCapitals(text, place, folded, sought) : inSmallLetters(folded, sought)
    if (found) candidates.push({ ...place, ...found })
  }
  return joinNeighbours(text, withNeighbours(text, candidates))
}

type Found = Omit<Candidate, 'start' | 'end'>

function inCapitals(
  text: string,
  { start }: Pick<Mark, 'start'>,
  folded: string,
  sought: Sought,
): Found | null {
  const of = sought.forms.get(folded)
  if (of !== undefined)
    return { kind: 'name', score: 0.9, ...(of !== 'firms' && { isPerson: true as const }) }
  if (beginsLikeKnown(text, start, folded, sought)) return { kind: 'name', score: smallScore }
  return looksLikeName(text, start, folded) ? { kind: 'possibleName', score: 0.3 } : null
}

function inSmallLetters(folded: string, { forms }: Sought): Found | null {
  const of = forms.get(folded)
  if (of === undefined || of === 'firms') return null
  const alone = folded.length < shortestSmall ? 'nothing' : of === 'words' ? 'warning' : undefined
  return { kind: 'name', score: smallScore, ...(alone !== undefined && { alone }) }
}

/** What counts in company only, judged by its company, and the capitalised words beside names: "Anna" of "Anna Walczak" whose surname is known. */
function withNeighbours(text: string, candidates: readonly Candidate[]): Mark[] {
  const marks = new Map<number, Mark>()
  for (const [i, { alone, isPerson, ...mark }] of candidates.entries()) {
    const isAccompanied =
      alone === undefined ||
      title.test(text.slice(Math.max(0, mark.start - 14), mark.start)) ||
      [candidates[i - 1], candidates[i + 1]].some((other) => touches(text, mark, other))
    if (isAccompanied) marks.set(mark.start, mark)
    else if (alone === 'warning') marks.set(mark.start, { ...mark, kind: 'possibleName', score: 0.3 })
    for (const beside of isPerson ? besideOf(text, mark) : [])
      if (marks.get(beside.start)?.kind !== 'name') marks.set(beside.start, beside)
  }
  return [...marks.values()].sort((left, right) => left.start - right.start)
}

const capitalBefore = /(?<=[\p{L}\p{N},;:)] )(\p{Lu}[\p{Ll}'’]{2,}) $/u
const capitalAfter = /^ (\p{Lu}[\p{Ll}'’]{2,})(?!\p{L})/u

/** The capitalised words right before a name, inside a sentence, and right after it: doubtful parts of it. PESEL and BLIK are none. */
function besideOf(text: string, { start, end }: Mark): Mark[] {
  const before = capitalBefore.exec(text.slice(Math.max(0, start - 40), start))?.[1]
  const after = capitalAfter.exec(text.slice(end, end + 40))?.[1]
  const doubtful = { kind: 'name', score: smallScore } as const
  return [
    ...(before === undefined || formOfAddress.test(before)
      ? []
      : [{ ...doubtful, start: start - 1 - before.length, end: start - 1 }]),
    ...(after === undefined ? [] : [{ ...doubtful, start: end + 1, end: end + 1 + after.length }]),
  ]
}

function seek({ names, firms }: Pick<KnownPeople, 'names' | 'firms'>): Sought {
  const parts = (known: readonly string[]) => known.flatMap((name) => name.match(/[\p{L}'’]{3,}/gu) ?? [])
  const people = parts(names).map(
    (part) => [part, isOrdinaryWord(foldLetters(part)) ? 'words' : 'people'] as const,
  )
  const formsOf = <Of extends string>(found: readonly (readonly [string, Of])[], of: Of) =>
    found.flatMap(([part, kind]) => (kind === of ? nameForms(part).map((form) => [form, of] as const) : []))
  // The last one counts: a form of a name that is no word stays one, whatever else it is a form of.
  const forms = new Map<string, 'people' | 'words' | 'firms'>([
    ...parts(firms).flatMap((part) => nameForms(part).map((form) => [form, 'firms'] as const)),
    ...formsOf(people, 'words'),
    ...formsOf(people, 'people'),
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
      joined[joined.length - 1] = { ...before, end: mark.end, score: Math.max(before.score, mark.score) }
    else joined.push(mark)
  }
  return joined
}
