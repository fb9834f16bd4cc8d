import { type z } from 'zod'
import { AppError, type InputProblem } from '../../domain/errors/app-error.ts'

/** The input as the schema gives it. Throws `invalidInput` with a problem for each thing to change. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new AppError('invalidInput', {
    userMessage: 'The request is not valid; `errors` lists what to change.',
    cause: parsed.error,
    problems: parsed.error.issues.flatMap(toProblems),
  })
}

function toProblems(issue: z.core.$ZodIssue): InputProblem[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      code: 'unknownField',
      message: 'This field is not known; leave it out or check its name.',
    }))
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return [{ path, code: missing ? 'missing' : inCamelCase(issue.code), message: issue.message }]
}

function inCamelCase(code: string): string {
  return code.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
