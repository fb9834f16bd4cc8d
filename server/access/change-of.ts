import type { SignedIn } from '../../domain/access/actor.ts'
import type { Context } from '../trpc/context.ts'
import type { Change } from './change.ts'
import { toActor } from './to-actor.ts'

/** Who and when, for a change that comes through a procedure. */
export function changeOf(ctx: Context & { readonly signedIn: SignedIn }): Change {
  return { actor: toActor(ctx.signedIn), now: ctx.now(), requestId: ctx.requestId }
}
