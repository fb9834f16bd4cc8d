type Words = ((key: string) => string) & { has: (key: string) => boolean }

/**
 * Why a run failed, in the reader's words; `words` is `useTranslations('what-if')`. What stands in the run is a word of `refusals`; a run of an
 * earlier build has a sentence, which is shown as it is. null: nobody expected it, and there is nothing to say but that it can be tried again.
 */
export function failureWords(failure: string | null, words: Words): string | undefined {
  if (failure === null) return undefined
  if (words.has(`refusals.${failure}`)) return words(`refusals.${failure}`)
  return failure.includes(' ') ? failure : words('refusals.other')
}
