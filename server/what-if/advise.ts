import { z } from 'zod'
import { type Catch } from '../../domain/advisor/advisor-units.ts'
import { bestAmountThreshold, proposeFrontier } from '../../domain/advisor/propose-frontier.ts'
import { type SignalKey, signalLevels } from '../../domain/screening/signal-key.ts'
import { readingKinds } from '../../domain/what-if/reading-kinds.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { type OnDay } from './measure.ts'
import { questionSchema } from './question.ts'
import { readUnits } from './read-units.ts'

const mostShare = 0.02
const turnMs = 15

/** What advice is asked for: a stretch of history, and what questions may be about. */
export const adviceRequestSchema = z.object({
  window: questionSchema.shape.window,
  level: z.enum(signalLevels),
  currency: z.string().length(3),
  objective: z.enum(['count', 'money']),
})

/** A rule as advised. */
export interface AdvisedRule {
  readonly signal: SignalKey
  readonly threshold: number
  /** Minor units; 0: any amount. */
  readonly minimumAmountMinor: number
  /** What it adds to the rules before it. */
  readonly adds: { readonly fit: Catch; readonly judge: Catch }
}

/** Rules for growing numbers of questions, fitted on the first part of the window and judged on the rest. */
export interface Advice {
  /** Epoch milliseconds: from this day on the units judge. */
  readonly judgedFrom: number
  readonly fitTotal: number
  readonly judgeTotal: number
  readonly points: readonly {
    readonly rules: readonly AdvisedRule[]
    readonly fit: Catch
    readonly judge: Catch
    /** What the best single threshold over the amount catches on the part judged with as many questions. */
    readonly amountAlone: Catch
  }[]
}

/** Proposes thresholds for growing numbers of questions from history. */
export async function advise(
  request: z.infer<typeof adviceRequestSchema>,
  onDay: OnDay = () => {},
): Promise<Advice> {
  let read: [done: number, total: number] = [0, 0]
  const say: OnDay = (...progress) => onDay(...(read = progress))
  const { units, judgedFrom } = await inSnapshot((client) => readUnits(client, request, say))
  const kinds = readingKinds.filter(({ level }) => level === request.level)
  const work = proposeFrontier(units, kinds, { objective: request.objective, mostShare })
  const points = await inTurns(work, () => onDay(...read))
  return {
    judgedFrom,
    fitTotal: units.fitTotal,
    judgeTotal: units.judgeTotal,
    points: points.map(({ rules, fit, judge }) => ({
      rules: rules.map(({ kind, threshold, minimumAmountMinor, adds }) => ({
        ...{ signal: kind.signal, threshold, minimumAmountMinor, adds },
      })),
      fit,
      judge,
      amountAlone: bestAmountThreshold(units, judge.share ?? 0).judge,
    })),
  }
}

/** Works in turns of a few milliseconds, so that requests are answered in between; `onTurn` throws to stop it. */
async function inTurns<Value>(
  work: Generator<void, Value>,
  onTurn: () => void | Promise<void>,
): Promise<Value> {
  for (;;) {
    const until = performance.now() + turnMs
    do {
      const { done, value } = work.next()
      if (done === true) return value
    } while (performance.now() < until)
    await new Promise((resolve) => setImmediate(resolve))
    await onTurn()
  }
}
