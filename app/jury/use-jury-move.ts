'use client'

import { type Move, useMove } from '@/app/trpc/use-move.ts'

/** One guarded move on a proposal before the jury or of its work at a time; both are asked again either way. */
export function useJuryMove(): Move {
  return useMove('jury', (trpc) => [trpc.jury.pathFilter(), trpc.effects.pathFilter()])
}
