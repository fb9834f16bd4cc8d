import { throwRefusal } from './refused-file.ts'

/** Saves somebody else's picture on this computer, for a stated purpose. Throws with the server's words when it refuses. */
export async function openPicture(evidenceId: string, purpose: string, name: string): Promise<void> {
  const answer = await fetch(`/proposals/files/${evidenceId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ purpose }),
  })
  if (!answer.ok) await throwRefusal(answer)
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
