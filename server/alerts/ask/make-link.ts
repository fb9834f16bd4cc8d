import { randomUUID } from 'node:crypto'
import { type Actor, type SignedIn } from '../../../domain/access/actor.ts'
import { alertConflict } from '../../../domain/alerts/alert-state.ts'
import { takesCustomerAnswer } from '../../../domain/alerts/answer-by-customer.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { lockAlert } from '../lock-alert.ts'
import { drawToken, hashToken } from './ask-token.ts'

const hourMs = 3_600_000

export interface AskLink {
  /** Below the address of this installation: `/ask/<token>`. Shown now; only a hash is kept. */
  readonly path: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/**
 * Makes a link on which the customer can answer without signing in, until the policy's hours are over or the question is too old.
 * Throws `notFound`, `conflict` when the question has its answer.
 */
export async function makeLink(
  tx: Tx,
  alertId: string,
  { actor, now, requestId }: { readonly actor: Actor; readonly now: number; readonly requestId: string },
): Promise<AskLink> {
  const { key, state, policy } = await lockAlert(inTransaction(tx), alertId)
  if (!takesCustomerAnswer(state))
    throw alertConflict(state, 'This question has its answer already, so there is nothing to ask.')
  const { linkHours, expireHours } = policy
  const expiresAt = Math.min(now + linkHours * hourMs, state.raisedAt + expireHours * hourMs)
  const token = drawToken()
  await tx.askLink.create({
    data: {
      ...{ customerRef: key.customerRef, id: randomUUID(), alertId, tokenHash: hashToken(token) },
      ...{ createdAt: new Date(now), expiresAt: new Date(expiresAt) },
      createdBy: actor.kind === 'person' ? actor.id : null,
    },
  })
  await appendAudit(tx, {
    ...{ actor, at: now, requestId, action: 'alert.linkMade' },
    ...{ subjectKind: 'alert', subjectId: alertId, after: { expiresAt } },
  })
  return { path: `/ask/${token}`, expiresAt }
}

/** `makeLink` by somebody at the desk, in a transaction of its own. */
export function makeLinkByPerson(
  alertId: string,
  change: { readonly signedIn: SignedIn; readonly now: number; readonly requestId: string },
): Promise<AskLink> {
  const { signedIn, now, requestId } = change
  const who = { actor: toActor(signedIn), now, requestId }
  return getPrisma().$transaction((tx) => makeLink(tx, alertId, who))
}
