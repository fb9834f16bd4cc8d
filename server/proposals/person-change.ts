import { type SignedIn } from '../../domain/access/actor.ts'
import { toActor } from '../access/access.ts'
import { type ProposalChange } from './change-proposal.ts'

/** Something that a signed-in person does now. */
export interface PersonAct {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
}

/** The same as a change of a proposal of which the person saw this version. */
export function asChange(
  { signedIn, now, requestId }: PersonAct,
  expectedVersion: number | null,
): ProposalChange {
  return { actor: toActor(signedIn), now, requestId, expectedVersion }
}
