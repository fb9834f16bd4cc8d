import { type WhatIfResult } from '../../domain/what-if/what-if-result.ts'
import { type Advice, adviceRequestSchema, advise } from './advise.ts'
import { measure, type OnDay } from './measure.ts'
import { completeQuestion, questionSchema } from './question.ts'

/** What can be asked as a run, one line each. */
const answerers = {
  result: async (question, onDay): Promise<WhatIfResult> =>
    (await measure(await completeQuestion(questionSchema.parse(question)), onDay)).result,
  advice: (question, onDay): Promise<Advice> => advise(adviceRequestSchema.parse(question), onDay),
} as const satisfies Record<string, (question: unknown, onDay: OnDay) => Promise<unknown>>

export type RunKind = keyof typeof answerers

export const runKinds = Object.keys(answerers) as [RunKind, ...RunKind[]]

/** The answer of a run, as plain JSON. */
export function answerRun(kind: RunKind, question: unknown, onDay: OnDay): Promise<unknown> {
  return answerers[kind](question, onDay)
}
