import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { roles } from '../../domain/access/roles.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { languages } from '../../domain/language/language.ts'
import { addPerson } from './add-person.ts'
import { commandLineActor } from './command-line-actor.ts'
import { emailSchema } from './email.ts'

const inputSchema = z.object({
  email: emailSchema,
  name: z.string().trim().min(1).max(200),
  role: z.enum(roles),
  language: z.enum(languages).default('en'),
  password: z.string().optional(),
})

/**
 * The task `create-user`: adds a person, with a drawn password when none is given. The password is in the answer to be shown
 * once. Throws `invalidInput` that names what is wrong.
 */
export async function createUser(
  input: z.input<typeof inputSchema>,
  now: number,
): Promise<{ personId: string; email: string; password: string; drawn: boolean }> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code,
      message: issue.message,
    }))
    throw new AppError('invalidInput', {
      userMessage: problems.map((problem) => `--${problem.path}: ${problem.message}`).join('; '),
      problems,
    })
  }
  const password = parsed.data.password ?? randomBytes(15).toString('base64url')
  const { personId } = await addPerson({ ...parsed.data, password }, { actor: commandLineActor, now })
  return { personId, email: parsed.data.email, password, drawn: parsed.data.password === undefined }
}
