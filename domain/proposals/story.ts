import { z } from 'zod'
import { scopeSchema } from '../metrics/scope-schema.ts'

/** The title and the five questions of a case story, in the order in which they are asked. */
export const storyKeys = ['title', 'essence', 'difficulty', 'solution', 'helped', 'proposal'] as const

export type StoryKey = (typeof storyKeys)[number]

export const longestTitle = 160

/** About ten pages: more is a file, not an answer. */
export const longestAnswer = 20_000

/** Fewer letters than this answer nothing. */
const shortestAnswer = 10

const storySources = ['scratch', 'case', 'alert', 'rule', 'metric'] as const

export const storySourceSchema = z
  .strictObject({
    kind: z.enum(storySources),
    id: z.string().min(1).max(120).nullable(),
    /** What was looked at; of metrics. */
    scope: z.optional(scopeSchema),
  })
  .refine(({ kind, id }) => (kind === 'scratch') === (id === null), 'Say which one it begins with.')
  .refine(({ kind, scope }) => scope === undefined || kind === 'metric', 'Only a metric has a scope.')

export type StorySource = z.infer<typeof storySourceSchema>

/** The same as it is sent: the scope as its texts. */
export type StorySourceInput = z.input<typeof storySourceSchema>

export function longestOf(key: StoryKey): number {
  return key === 'title' ? longestTitle : longestAnswer
}

/** Which answers are still missing before a story can be submitted. */
export function missingAnswers(texts: Readonly<Partial<Record<StoryKey, string>>>): StoryKey[] {
  return storyKeys.filter((key) => (texts[key]?.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < shortestAnswer)
}
