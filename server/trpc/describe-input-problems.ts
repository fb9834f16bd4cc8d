import { ZodError } from 'zod'
import { type InputProblem } from '../../domain/errors/app-error.ts'

/** The problems of an input that zod refused, in the product's own shape; none for any other cause. */
export function describeInputProblems(cause: unknown): readonly InputProblem[] {
  if (!(cause instanceof ZodError)) return []
  return cause.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: wordOf(issue) ?? issue.code,
    message: issue.message,
  }))
}

/** The word that a schema's own check gives in its `params`, for which pages may have a text; null: it gives none. */
function wordOf(issue: ZodError['issues'][number]): string | null {
  const word = issue.code === 'custom' ? issue.params?.word : undefined
  return typeof word === 'string' ? word : null
}
