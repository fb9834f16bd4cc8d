import { largestFileBytes } from '@/domain/proposals/evidence.ts'
import { refusal, throwRefusal } from './refused-file.ts'

/**
 * Sends a file to a draft. Throws with the server's words when it refuses, and what the network threw. What is too large is not
 * sent at all: the server would cut the connection in the middle, and its words would be lost.
 */
export async function sendFile(proposalId: string, file: File): Promise<void> {
  if (file.size > largestFileBytes) throw refusal('This file is larger than 5 MB.', { appCode: 'tooLarge' })
  const answer = await fetch(`/proposals/${proposalId}/evidence`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  })
  if (!answer.ok) await throwRefusal(answer)
}
