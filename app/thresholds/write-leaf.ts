import type { Leaf } from '@/domain/thresholds/rule-set-leaves.ts'

type Words = (key: string) => string

/** A value of a rule set in words; `words` is `useTranslations('thresholds')`. */
export function writeLeaf(value: Leaf | undefined, words: Words): string {
  if (value === undefined) return words('absent')
  if (value === null) return words('never')
  if (value === true) return words('on')
  if (value === false) return words('off')
  if (Array.isArray(value)) return value.length === 0 ? words('noneUnmet') : value.join(', ')
  return String(value)
}
