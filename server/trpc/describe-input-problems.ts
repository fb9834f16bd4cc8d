import { ZodError } from 'zod'
import { type InputProblem } from '../../domain/errors/app-error.ts'

/** The problems of an input that zod refused, in the product's own shape; none for any other cause. */
export function describeInputProblems(cause: unknown): readonly InputProblem[] {
  if (!(cause instanceof ZodError)) return []
  return cause.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: issue.message,
  }))
}
