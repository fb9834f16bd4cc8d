import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { ruleSetSchema } from '../../../domain/screening/rule.ts'
import { adviseRuleSet } from '../../../domain/thresholds/advised-rule-set.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { type KeptAdvice, keptAdviceSchema } from '../../../domain/thresholds/kept-advice.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { adviceRequestSchema, getQuestion, getRun } from '../../what-if/what-if.ts'
import { auditRefusal } from '../audit-refusal.ts'
import { getActiveVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'
import { insertVersion } from './create-draft.ts'

const adviceSchema = keptAdviceSchema
  .omit({ request: true, point: true })
  .extend({ points: z.array(keptAdviceSchema.shape.point) })

/**
 * Begins a draft from a point of the advisor's frontier: its thresholds in place of the active ones, and its explanation in the draft's
 * history. Throws `notFound` for advice that is gone, `unprocessable` while it is not ready or when it comes to what is active already.
 */
export async function createAdvisedDraft(
  from: { readonly note: string; readonly runId: string; readonly place: number },
  change: Omit<VersionChange, 'expectedEdition'> & { readonly personId: string },
): Promise<{ readonly version: number; readonly edition: number }> {
  const advice = await pickedAdvice(from, change.personId)
  const { request, point } = advice
  return auditRefusal(null, change, () =>
    getPrisma().$transaction(async (tx) => {
      const active = await getActiveVersion(inTransaction(tx))
      const content = adviseRuleSet(active.rules, { ...request, rules: point.rules })
      if (diffRuleSets(active.rules, content).length === 0) {
        throw new AppError('unprocessable', {
          userMessage: 'The active version asks like this already.',
          details: { reason: 'saysTheSame' },
        })
      }
      const parsed = ruleSetSchema.safeParse({ ...active.rules, ...content })
      if (!parsed.success) {
        throw new AppError('unprocessable', {
          userMessage: `These thresholds do not fit beside the other rules: ${parsed.error.issues[0]?.message ?? 'the rules are not valid'}`,
          details: { reason: 'doesNotFit' },
          cause: parsed.error,
        })
      }
      return insertVersion(
        tx,
        {
          ...{ kind: 'change', note: from.note, content, advice },
          ...{ baseVersion: active.version, restoresVersion: null },
        },
        change,
      )
    }),
  )
}

async function pickedAdvice(
  { runId, place }: { readonly runId: string; readonly place: number },
  personId: string,
): Promise<KeptAdvice> {
  const run = await getRun(runId, personId)
  if (run.kind !== 'advice' || run.status !== 'done') {
    throw new AppError('unprocessable', {
      userMessage: 'The advisor is not done with this. Wait for it or ask again.',
      details: { reason: 'adviceUnfinished' },
    })
  }
  const { points, ...about } = adviceSchema.parse(run.answer)
  const point = points[place]
  if (point === undefined) {
    throw new AppError('unprocessable', {
      userMessage: 'This point is not on the frontier. Pick another.',
      details: { reason: 'noSuchPoint' },
    })
  }
  return { ...about, point, request: adviceRequestSchema.parse(await getQuestion(runId, personId)) }
}
