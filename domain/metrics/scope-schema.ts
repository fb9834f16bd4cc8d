import * as z from 'zod/mini'
import { readScope, type Scope } from './scope.ts'

/** Texts to scope at the edge; every problem names its part (`period`, `zone`, `filter.0`) and says what to write instead. */
export const scopeSchema = z.pipe(
  z.object({
    period: z.optional(z.string()),
    compare: z.optional(z.string()),
    bucket: z.optional(z.string()),
    zone: z.optional(z.string()),
    complete: z.optional(z.string()),
    filter: z.optional(z.union([z.string(), z.readonly(z.array(z.string()))])),
  }),
  z.transform((texts, context): Scope => {
    const { scope, problems } = readScope(texts)
    for (const { path, message } of problems) {
      context.issues.push({ code: 'custom', path: [...path], message, input: texts })
    }
    return problems.length === 0 ? scope : z.NEVER
  }),
)
