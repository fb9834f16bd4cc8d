import { z } from 'zod'
import type { Mark } from './mark.ts'
import { normaliseText } from './normalise-text.ts'
import { isReplacedByDefault, personalDataKeys } from './personal-data-kind.ts'

/**
 * What the author decided about one marked value, wherever it stands in the field: `keep` it, for a purpose that is stated, or
 * replace what would otherwise only be warned of. Belongs to the original: `value` is what must not be passed on.
 */
export const markChoiceSchema = z
  .strictObject({
    kind: z.enum(personalDataKeys as [(typeof personalDataKeys)[number]]),
    value: z.string().min(1).max(400),
    keep: z.boolean(),
    purpose: z.string().trim().max(300).nullable(),
  })
  .refine(({ keep, purpose, kind }) => !keep || !isReplacedByDefault(kind) || (purpose ?? '').length >= 5, {
    path: ['purpose'],
    message: 'Say in a few words what it is kept for.',
  })

export type MarkChoice = z.infer<typeof markChoiceSchema>

/** A marked value in the spelling by which choices are remembered: what was typed, without what separates it. */
export function markedValue(original: string, { start, end }: Pick<Mark, 'start' | 'end'>): string {
  return normaliseText(original.slice(start, end))
    .text.toLowerCase()
    .replace(/[\s().-]/g, '')
}

/** Whether the mark is cut out of what others read. */
export function isReplaced(original: string, mark: Mark, choices: readonly MarkChoice[]): boolean {
  const value = markedValue(original, mark)
  const choice = choices.find((one) => one.kind === mark.kind && one.value === value)
  return choice === undefined ? isReplacedByDefault(mark.kind) : !choice.keep
}
