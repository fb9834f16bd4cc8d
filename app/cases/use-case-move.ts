'use client'

import { type Move, useMove } from '@/app/trpc/use-move.ts'

/** A move on a case that runs, and what became of the last one. */
export type CaseMove = Move

/** One guarded move on a case at a time; all lists of work are asked again either way. */
export function useCaseMove(): CaseMove {
  return useMove('cases', (trpc) => [trpc.cases.pathFilter()])
}
