import { z } from 'zod'
import { scopes } from '../../domain/access/scopes.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { addKey } from './add-key.ts'
import { commandLineActor } from './command-line-actor.ts'

const inputSchema = z.object({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(scopes)).min(1),
})

/** The task `create-key`: makes a key; its text is in the answer to be shown once. Throws `invalidInput` that names the scopes there are. */
export async function createKey(
  input: { readonly name: string; readonly scopes: readonly string[] },
  now: number,
): Promise<{ keyId: string; prefix: string; key: string }> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) {
    throw new AppError('invalidInput', {
      userMessage: `A key needs --name and one or more --scope of: ${scopes.join(', ')}.`,
      cause: parsed.error,
    })
  }
  return addKey(parsed.data, { actor: commandLineActor, now })
}
