'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { type ProposalStage, type Third, proposalStages } from '@/domain/effects/proposal-stages.ts'

export const thirds = ['low', 'middle', 'high'] as const satisfies readonly Third[]

const parameters = {
  stage: parseAsStringLiteral(proposalStages),
  desk: parseAsString,
  impact: parseAsStringLiteral(thirds),
  effort: parseAsStringLiteral(thirds),
}

/** What narrows the rows, in the page's address: one choice is one Back step. */
export function useReviewChoice() {
  const [choice, setChoice] = useQueryStates(parameters, { history: 'push' })
  return { choice, setChoice }
}

/** What narrows the rows; null: nothing. */
export interface Choice {
  readonly stage?: ProposalStage | null
  readonly desk?: string | null
  readonly impact?: Third | null
  readonly effort?: Third | null
}

/** The address of this page's rows under a choice, in a scope. */
export function choiceHref(query: string, choice: Choice, path = '/review/proposals'): string {
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(choice)) {
    if (value !== null && value !== undefined) parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return `${path}${text === '' ? '' : `?${text}`}#rows`
}
