import { z } from 'zod'
import { type RuleSet, ruleSetSchema } from '../../domain/screening/rule.ts'
import { type WhatIfQuestion } from '../../domain/what-if/tally.ts'
import { getAskingPolicy } from '../asking/asking.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { getActiveRuleSet } from '../screening/screening.ts'

const quarterMs = 900_000
const mostDays = 1_100
const dayMs = 86_400_000

/** What a page asks: a draft and a stretch of history (epoch milliseconds, half-open). */
export const questionSchema = z.object({
  draft: ruleSetSchema,
  window: z
    .object({ from: z.int(), to: z.int() })
    .refine(({ from, to }) => from < to, {
      ...{ error: 'The window must end after it begins.', path: ['to'] },
      params: { word: 'windowEndsEarly' },
    })
    .refine(({ from, to }) => to - from <= mostDays * dayMs, {
      ...{ error: 'A window has at most three years.', path: ['from'] },
      params: { word: 'windowTooLong' },
    }),
})

export type AskedQuestion = z.infer<typeof questionSchema>

/**
 * The question with what it is measured against: the active rules, the organisation's zone and its question budget. The window is
 * widened to whole quarter hours, on which every zone's days begin. Throws `unavailable` when no version is active.
 */
export async function completeQuestion({ draft, window }: AskedQuestion): Promise<WhatIfQuestion> {
  const [base, { zone }, { secret, questions, days }] = await Promise.all([
    activeRules(),
    getOrganisation(),
    getAskingPolicy(),
  ])
  return {
    base,
    draft,
    window: {
      from: Math.floor(window.from / quarterMs) * quarterMs,
      to: Math.ceil(window.to / quarterMs) * quarterMs,
    },
    zone,
    budget: secret === null ? null : { questions, days },
  }
}

async function activeRules(): Promise<RuleSet> {
  const { version, rules, criteria } = await getActiveRuleSet()
  return { version, rules: [...rules], merchantCriteria: criteria, createdAt: 0 }
}
