import type { Localized } from '../language/language.ts'
import type { Rule } from '../screening/rule.ts'
import type { SignalKey, SignalLevel } from '../screening/signal-key.ts'

/** A rule that asks about nothing until it is given a threshold. Its key comes from the English name and is none of `taken`. */
export function newRule(
  about: { readonly signal: SignalKey; readonly level: SignalLevel; readonly name: Localized },
  taken: readonly string[],
): Rule {
  return {
    key: freeKey(about.name.en, taken),
    ...about,
    ...{ enabled: true, severity: 'medium', thresholds: { default: null, overrides: [] } },
  }
}

/** A key that nobody has: of the letters and digits of `text`, with a number where it is taken. */
export function freeKey(text: string, taken: readonly string[]): string {
  // Letters lose their marks: a key has none.
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const stem = `rule-${words.join('-')}`
    .replace(/^rule-(?=[a-z].)/, '')
    .slice(0, 58)
    .replace(/-+$/, '')
  let key = stem
  for (let number = 2; taken.includes(key); number++) key = `${stem}-${number}`
  return key
}
