export const contactChannels = ['phone', 'sms', 'email', 'app', 'branch', 'till', 'letter'] as const

/** How somebody tried to reach the customer. */
export type ContactChannel = (typeof contactChannels)[number]

export const contactResults = ['reached', 'refused', 'noAnswer', 'voicemail', 'wrongNumber', 'sent'] as const

/** What came of the try; `sent`: a message went out and waits for an answer. */
export type ContactResult = (typeof contactResults)[number]

const twoWay: Readonly<Record<ContactResult, boolean>> = {
  reached: true,
  refused: true,
  noAnswer: false,
  voicemail: false,
  wrongNumber: false,
  sent: false,
}

/** Whether both sides spoke: what the reach rate counts. */
export function isTwoWay(result: ContactResult): boolean {
  return twoWay[result]
}
