import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { reasonSchema } from '../proposals/own-words.ts'

/** What a jury can decide. */
export const juryVerdicts = ['accepted', 'declined'] as const

export type JuryVerdict = (typeof juryVerdicts)[number]

/** A decision as it is written. */
export const decisionSchema = z.strictObject({
  verdict: z.enum(juryVerdicts),
  reason: reasonSchema,
  /** What would change the answer; of declined proposals. */
  wouldChange: z.string().trim().max(4_000),
})

export type JuryDecision = z.infer<typeof decisionSchema>

/**
 * Throws `unprocessable` when a decision cannot stand as a letter to a person: declined without what would change it, or a reason
 * that was already used for another proposal, word for word.
 */
export function requireOwnWords(decision: JuryDecision, earlierReasons: readonly string[]): void {
  if (decision.verdict === 'declined' && !reasonSchema.safeParse(decision.wouldChange).success) {
    throw new AppError('unprocessable', {
      userMessage:
        'Say what would change the answer, in a sentence at least: what evidence, which time, which other way.',
      details: { reason: 'wouldChangeMissing' },
      problems: [{ path: 'wouldChange', code: 'required', message: 'Needed when declined' }],
    })
  }
  const words = wordsOf(decision.reason)
  if (earlierReasons.some((earlier) => wordsOf(earlier) === words)) {
    throw new AppError('unprocessable', {
      userMessage:
        'This reason was already sent to somebody else, word for word. Write one for this proposal.',
      details: { reason: 'reasonCopied' },
      problems: [{ path: 'reason', code: 'copied', message: 'Used before' }],
    })
  }
}

/** Case, spaces and signs do not make a reason one's own. */
function wordsOf(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}
