import { z } from 'zod'
import { signalKeys, signalLevels } from '../screening/signal-key.ts'

const caught = z.object({
  asked: z.int(),
  share: z.number().nullable(),
  caught: z.int(),
  caughtMinor: z.number(),
})

const instant = z.int()

/**
 * The advice that a draft was made from, as its history keeps it: what was asked for, and the point of the frontier that was picked.
 * Instants in epoch milliseconds, amounts in minor units.
 */
export const keptAdviceSchema = z.object({
  request: z.object({
    window: z.object({ from: instant, to: instant }),
    level: z.enum(signalLevels),
    currency: z.string(),
    objective: z.enum(['count', 'money']),
  }),
  judgedFrom: instant,
  fitTotal: z.int(),
  judgeTotal: z.int(),
  point: z.object({
    rules: z.array(
      z.object({
        signal: z.enum(signalKeys),
        threshold: z.number(),
        minimumAmountMinor: z.number(),
        adds: z.object({ fit: caught, judge: caught }),
      }),
    ),
    ...{ fit: caught, judge: caught, amountAlone: caught },
  }),
})

export type KeptAdvice = Readonly<z.infer<typeof keptAdviceSchema>>
