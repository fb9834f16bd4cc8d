import { z } from 'zod'
import { channels } from '../screening/transaction.ts'

const whole = (least: number, most: number) =>
  z.int('Write a whole number.').min(least, `At least ${least}.`).max(most, `At most ${most}.`)

/** How an organisation asks; the limits keep a slip from silencing or flooding everybody. */
export const askingPolicySchema = z.object({
  /** At most so many questions to one customer in so many days; rules of high severity may exceed it. */
  questions: whole(0, 16),
  days: whole(1, 365),
  /** A customer counts as unreachable after so many attempts, the last at least so many hours after the first. */
  attempts: whole(1, 20),
  attemptHours: whole(0, 240),
  /** When to try again unless the person says otherwise. */
  retryMinutes: whole(5, 1_440),
  /** How many alerts one person has at a time. */
  loadLimit: whole(1, 50),
  /** After so many minutes without a move an alert returns to the queue. */
  claimMinutes: whole(5, 1_440),
  /** After so many hours the question is too old to ask. */
  expireHours: whole(1, 2_160),
  /** How many hours a customer may answer through a link. */
  linkHours: whole(1, 168),
  /** Of a million transactions below all thresholds, how many are looked at. */
  samplePpm: whole(0, 100_000),
  /** Keys of the desks whose people ask; none named: everybody who may work alerts. */
  desks: z.array(z.string().min(1).max(120)).max(200),
  /** By channel: within how many minutes a question should be answered, and when the desk is warned. */
  targets: z.record(
    z.enum(channels),
    z
      .object({ warnMinutes: whole(1, 10_080), targetMinutes: whole(1, 10_080) })
      .refine(({ warnMinutes, targetMinutes }) => warnMinutes <= targetMinutes, {
        error: 'The warning comes before the target.',
        path: ['warnMinutes'],
      }),
  ),
})

export type AskingPolicy = Readonly<z.infer<typeof askingPolicySchema>>
export type AlertTargets = AskingPolicy['targets']

/** What an installation begins with. */
export const defaultAskingPolicy: AskingPolicy = {
  questions: 3,
  days: 30,
  attempts: 3,
  attemptHours: 24,
  retryMinutes: 60,
  loadLimit: 5,
  claimMinutes: 60,
  expireHours: 168,
  linkHours: 24,
  samplePpm: 0,
  desks: [],
  targets: {
    pos: { warnMinutes: 5, targetMinutes: 10 },
    card: { warnMinutes: 15, targetMinutes: 30 },
    transfer: { warnMinutes: 30, targetMinutes: 60 },
    online: { warnMinutes: 60, targetMinutes: 120 },
  },
}
