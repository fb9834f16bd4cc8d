import { type PersonalDataKey, personalDataKinds } from './personal-data-kind.ts'

/** Asked first: most numbers stand near none of these words. */
const anyWord = new RegExp(
  `(?<![\\p{L}])(?:${Object.values(personalDataKinds)
    .flatMap(({ context }) => [...context])
    .join('|')})`,
  'u',
)

const before = 48
const after = 24

const patterns = new Map(
  Object.entries(personalDataKinds)
    .filter(([, { context }]) => context.length > 0)
    .map(([kind, { context }]) => [kind, new RegExp(`(?<![\\p{L}])(?:${context.join('|')})`, 'u')] as const),
)

/** Whether a word that speaks for the kind stands near `[start, end)`: 48 characters before, 24 after. */
export function nearbyWords(text: string, start: number, end: number): (kind: PersonalDataKey) => boolean {
  let around: string | null = null
  return (kind) => {
    if (around === null) {
      around =
        `${text.slice(Math.max(0, start - before), start)} ${text.slice(end, end + after)}`.toLowerCase()
      if (!anyWord.test(around)) around = ''
    }
    return around !== '' && (patterns.get(kind)?.test(around) ?? false)
  }
}
