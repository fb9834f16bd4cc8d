import { TRPCClientError } from '@trpc/client'
import { z } from 'zod'

/** Sends a file to a draft. Throws with the server's words when it refuses, and what the network threw. */
export async function sendFile(proposalId: string, file: File): Promise<void> {
  const answer = await fetch(`/proposals/${proposalId}/evidence`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  })
  if (answer.ok) return
  const refusal = z
    .object({ message: z.string() })
    .loose()
    .parse(await answer.json())
  const { message, ...data } = refusal
  throw new TRPCClientError(message, { result: { error: { message, data } } as never })
}
