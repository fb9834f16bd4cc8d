import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../domain/access/actor.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { type EffectPlan, requireOpenPlan } from '../../domain/effects/effect-plan.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { everyMetric } from '../../domain/metrics/metrics.ts'
import { isMeasurable } from '../../domain/effects/measurable-metrics.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { notify } from '../notifications/notifications.ts'
import { type StoredPlan, findPlan } from './plan-row.ts'
import { redactAbout } from '../proposals/proposals.ts'

/** Who moves an accepted proposal, and when. */
export interface EffectPerson {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
}

/**
 * Writes down what is expected of an accepted proposal and who brings it about; until it is locked it can be written anew. The owner
 * and whoever may decide effects write it; only the latter name another owner. Throws `conflict` once it is locked, `forbidden`
 * for others, `unprocessable` for an owner who cannot work.
 */
export function savePlan(
  input: { readonly proposalId: string; readonly ownerId: string; readonly plan: EffectPlan },
  { signedIn, now, requestId }: EffectPerson,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const { proposalId, ownerId, plan } = input
    const proposal = await lockAccepted(tx, proposalId)
    const known = await findPlan(tx, proposalId)
    // A plan whose work was stopped stays locked; when the proposal is accepted again it gets a new one.
    const before = known !== null && known.id === proposal.stoppedPlanId ? null : known
    requireOpenPlan({ lockedAt: before?.lockedAt ?? null })
    requireOwnerOrDecider(before, signedIn, ownerId)
    await requireActive(tx, ownerId)
    if (!isMeasurable(plan.metric)) throw new RangeError(`Not measurable: ${String(plan.metric)}`)
    const data = {
      ...plan,
      ownerId,
      steps: await redactAbout(tx, proposalId, plan.steps, signedIn),
      metricVersion: everyMetric[plan.metric].version,
    }
    if (before === null) {
      await tx.effectPlan.create({
        data: {
          id: randomUUID(),
          proposalId,
          ...data,
          createdBy: signedIn.personId,
          createdAt: new Date(now),
        },
      })
    } else {
      await tx.effectPlan.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
    }
    if (before?.ownerId !== ownerId && ownerId !== signedIn.personId) {
      const facts = { title: proposal.title }
      await notify(tx, [{ to: ownerId, kind: 'plan.owned', subjectId: proposalId, facts }], now)
    }
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'effect.plan', at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId: proposalId },
      before: before && { ownerId: before.ownerId, metric: before.metric, version: before.version },
      after: { ownerId, metric: plan.metric },
    })
  })
}

/** Owners bring their own about; managers and administrators any. */
export function requireOwnerOrDecider(
  plan: Pick<StoredPlan, 'ownerId'> | null,
  { personId, role }: SignedIn,
  newOwner: string,
): void {
  if (isPermitted(role, 'effects.decide')) return
  if (plan?.ownerId === personId && newOwner === personId) return
  throw new AppError('forbidden', {
    userMessage: 'Only the owner of this proposal or a manager may do this.',
    details: { reason: 'notOwner' },
  })
}

async function lockAccepted(tx: Tx, proposalId: string) {
  const [row] = await tx.$queryRaw<
    { status: string; title: string | null; reference: string; plan_id: string | null }[]
  >`SELECT status, title, reference, plan_id::text FROM proposals WHERE id = ${proposalId}::uuid FOR UPDATE`
  if (row === undefined)
    throw new AppError('notFound', { userMessage: 'There is no such proposal, or not for you.' })
  if (row.status !== 'accepted' && row.status !== 'planned') {
    throw new AppError('conflict', {
      userMessage: 'Only an accepted proposal gets a plan.',
      details: { reason: 'notAccepted', status: row.status },
    })
  }
  return {
    title: row.title ?? row.reference,
    stoppedPlanId: row.status === 'accepted' ? row.plan_id : null,
  }
}

async function requireActive(tx: Tx, personId: string): Promise<void> {
  const owner = await tx.person.findUnique({ where: { id: personId } })
  if (owner?.status === 'active' && isPermitted(owner.role as SignedIn['role'], 'effects.work')) return
  throw new AppError('unprocessable', {
    userMessage: 'Choose an owner who works here and may bring proposals about.',
    details: { reason: 'ownerNotPossible' },
    problems: [{ path: 'ownerId', code: 'notPossible', message: 'Not an active colleague' }],
  })
}
