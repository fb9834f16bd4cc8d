'use client'

import { VisuallyHidden } from '@mantine/core'
import { formatDuration, formatDurationInWords } from '@/domain/format/format-duration.ts'
import { useLanguage } from './use-language.ts'

/** A duration in ms by its two largest units, in whole words for screen readers; a dash for null. */
export function Duration({ ms }: { readonly ms: number | null }) {
  const language = useLanguage()
  if (ms === null) return <span>{formatDuration(null, language)}</span>
  const words = formatDurationInWords(ms, language)
  return (
    <span className="wa-number" title={words}>
      <span aria-hidden>{formatDuration(ms, language)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
