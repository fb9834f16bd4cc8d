import { foldLetters } from '../language/fold-letters.ts'
import type { Mark } from './mark.ts'

/** A word's beginning that its forms share, and how much longer a form may be. */
interface Stem {
  readonly text: string
  readonly longest: number
}

const capitalWord = /\p{Lu}[\p{L}'’]{2,}/gu
const word = /\p{L}[\p{L}'’]{2,}/gu

/** A word in small letters is a name only as part of a file's name or an address: lis, król, rose and salary are words as well. */
const shortestSmall = 5
const joinedBefore = /[\p{L}\p{N}][_.@/\\-]$/u
const joinedAfter = /^[_.@/\\-][\p{L}\p{N}]/u
const surnameEnding =
  /(?:ов|ова|ову|овым|овой|ев|ева|еву|евым|евой|ин|ина|ину|иным|иной|енко|ович|овича|овичу|евич|овна|овны|овне|евна|евны|ский|ского|скому|ским|ская|ской|скую|цкий|цкого|цкая|цкой|ski|skiego|skiemu|skim|ska|skiej|cki|ckiego|cka|ckiej|wicz|wicza|wiczowi|czyk|czyka)$/
/** After a figure `ms` is a unit: "525 ms. Handoffs". */
const title =
  /(?<!\d)(?:^|[\s(,.;])(?:mr|mrs|ms|dr|pan|pani|pana|panu|panem|panią|г-н|г-жа|г-ну|господин|господина|господину|госпожа|госпожи|клиент|клиента|клиенту|клиентка|клиентки|klient|klienta|klientka|klientki|klientce)\.? $/i

/**
 * Names in a normalised text: those that are known (of the linked case), exact and in their other grammatical forms, in names of
 * files and addresses in small letters too; and, as a mere warning, capitalised words that look like a surname or follow a form of address.
 */
export function findNames(text: string, known: readonly string[]): Mark[] {
  const stems = stemsByStart(known)
  const marks: Mark[] = []
  const starts = new Map<string, string>()
  // Most words begin unlike any known name: two letters tell, and there are few pairs.
  const foldStart = (pair: string) =>
    starts.get(pair) ?? remember(starts, pair, foldLetters(pair).slice(0, 2))
  for (const match of text.matchAll(stems.size === 0 ? capitalWord : word)) {
    const isCapital = /^\p{Lu}/u.test(match[0])
    if (!isCapital && !stems.has(foldStart(match[0].slice(0, 2)))) continue
    const folded = foldLetters(match[0])
    const [start, end] = [match.index, match.index + match[0].length]
    if (!isCapital && !isJoined(text, start, end)) continue
    if (isForm(folded, stems, isCapital ? 0 : shortestSmall))
      marks.push({ start, end, kind: 'name', score: 0.9 })
    else if (isCapital && looksLikeName(text, start, folded))
      marks.push({ start, end, kind: 'possibleName', score: 0.3 })
  }
  return joinNeighbours(text, marks)
}

function remember(folds: Map<string, string>, pair: string, folded: string): string {
  folds.set(pair, folded)
  return folded
}

function stemsByStart(known: readonly string[]): ReadonlyMap<string, readonly Stem[]> {
  const stems = new Map<string, Stem[]>()
  for (const part of known.flatMap((name) => name.match(/[\p{L}'’]{3,}/gu) ?? [])) {
    for (const stem of stemsOf(foldLetters(part))) {
      const start = stem.text.slice(0, 2)
      stems.set(start, [...(stems.get(start) ?? []), stem])
    }
  }
  return stems
}

/** `Kowalska`: kowalsk-; `Marek`: marek- and mark-; endings of at most four letters follow. */
function stemsOf(name: string): Stem[] {
  const last = name.at(-1)!
  const base = /[aeiouyаеиоуыэюяйь]/.test(last) && name.length > 3 ? name.slice(0, -1) : name
  const stems = [{ text: base, longest: base.length + 4 }]
  const fleeting = /^(.{2,})[eеоё]([kкцcł])$/.exec(name)
  if (fleeting) stems.push({ text: `${fleeting[1]!}${fleeting[2]!}`, longest: name.length + 3 })
  return stems
}

function isForm(folded: string, stems: ReadonlyMap<string, readonly Stem[]>, shortest: number): boolean {
  return (
    stems
      .get(folded.slice(0, 2))
      ?.some(
        ({ text, longest }) => text.length >= shortest && folded.startsWith(text) && folded.length <= longest,
      ) ?? false
  )
}

function isJoined(text: string, start: number, end: number): boolean {
  return (
    joinedAfter.test(text.slice(end, end + 2)) || joinedBefore.test(text.slice(Math.max(0, start - 2), start))
  )
}

function looksLikeName(text: string, start: number, folded: string): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  if (title.test(before)) return true
  // At the beginning of a sentence every word is capitalised.
  return folded.length >= 5 && surnameEnding.test(folded) && /[\p{L}\p{N},;:)] $/u.test(before)
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
