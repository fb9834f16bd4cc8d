import { TRPCClientError } from '@trpc/client'

/** Sends a file to a draft. Throws with the server's words when it refuses, and what the network threw. */
export async function sendFile(proposalId: string, file: File): Promise<void> {
  const answer = await fetch(`/proposals/${proposalId}/evidence`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  })
  if (answer.ok) return
  const message = await answer.text()
  throw new TRPCClientError(message, {
    result: { error: { message, data: { httpStatus: answer.status } } } as never,
  })
}
