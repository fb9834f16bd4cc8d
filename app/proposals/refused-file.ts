import { TRPCClientError } from '@trpc/client'
import { z } from 'zod'

const refusalSchema = z.object({ message: z.string() }).loose()

/** Throws what a file's door answered when it refused, as a refusal of any other move. */
export async function throwRefusal(answer: Response): Promise<never> {
  const { message, ...data } = refusalSchema.parse(await answer.json())
  throw refusal(message, data)
}

export function refusal(message: string, data: object) {
  return new TRPCClientError(message, { result: { error: { message, data } } as never })
}
