import type { Actor } from '../../domain/access/actor.ts'

/** Who changes people or keys, and when (epoch milliseconds). */
export interface Change {
  readonly actor: Actor
  readonly now: number
  readonly requestId?: string
}
