import type { Language } from '../language/language.ts'
import type { Hit } from './hit.ts'
import type { Signal, Situation } from './signal.ts'
import { signals } from './signals.ts'
import { textFormat } from './text-format.ts'
import type { Transaction } from './transaction.ts'

/** Why a hit was worth asking, for staff, in one language; times are told in `timeZone` (IANA). */
export function explainHit(
  hit: Hit,
  transaction: Transaction,
  language: Language,
  options: { readonly timeZone: string },
): string {
  const signal: Signal = signals[hit.signal]
  return signal.explain[language](situationOf(hit, transaction, language, options.timeZone))
}

/** What a hit's words are made of. */
export function situationOf(
  hit: Hit,
  transaction: Transaction,
  language: Language,
  timeZone: string,
): Situation<unknown> {
  return {
    value: hit.value,
    threshold: hit.threshold,
    facts: hit.facts,
    transaction,
    line: hit.lineNo === null ? null : (transaction.lines.find((line) => line.lineNo === hit.lineNo) ?? null),
    format: textFormat(language, timeZone),
  }
}
