import { type Actor } from '../../domain/access/actor.ts'
import { judgeEndpoint } from '../../domain/delivery/endpoint-health.ts'
import { scheduleRetry } from '../../domain/delivery/retry-schedule.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { type ClaimedDelivery } from './claim-deliveries.ts'
import { type Sent } from './send-message.ts'

const deliverer: Actor = { kind: 'system', id: null, name: 'Delivery' }

/** When an attempt ended (epoch milliseconds), how long it took, and what the next one's jitter is drawn with. */
interface Measured {
  readonly at: number
  readonly durationMs: number
  /** In [0, 1). */
  readonly random: number
}

/**
 * Writes down what came of an attempt: delivered, tried again later, or failed for good; and switches an endpoint off that has
 * not taken anything for days. Does nothing when another process has taken the delivery over meanwhile.
 */
export async function recordAttempt(
  { endpointId, messageId, leasedUntil }: ClaimedDelivery,
  { statusCode, answer, failure }: Sent,
  { at, durationMs, random }: Measured,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId)
    const key = { endpointId_messageId: { endpointId, messageId } }
    const delivery = await tx.webhookDelivery.findUnique({ where: key })
    if (delivery?.leasedUntil?.getTime() !== leasedUntil.getTime()) return
    const no = delivery.attempts + 1
    const tries = delivery.tries + 1
    const delivered = failure === null
    const retryAt = delivered ? null : scheduleRetry(tries, at, random)
    await tx.webhookAttempt.create({
      data: {
        ...{ endpointId, messageId, no, at: new Date(at), durationMs, statusCode, answer, failure },
      },
    })
    await tx.webhookDelivery.update({
      where: key,
      data: {
        ...{ attempts: no, tries, leasedUntil: null },
        status: delivered ? 'delivered' : retryAt === null ? 'failed' : 'pending',
        nextAttemptAt: retryAt === null ? null : new Date(retryAt),
        deliveredAt: delivered ? new Date(at) : null,
      },
    })
    await judge(tx, endpoint, { delivered, statusCode, at })
  })
}

type LockedEndpoint = Awaited<ReturnType<typeof lockEndpoint>>

/** Before the delivery, as the claim does: the other way round two processes could wait for each other. */
async function lockEndpoint(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT FROM webhook_endpoints WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.webhookEndpoint.findUniqueOrThrow({ where: { id } })
}

async function judge(
  tx: Tx,
  { id, active, failingSince, url }: LockedEndpoint,
  attempt: Parameters<typeof judgeEndpoint>[1],
): Promise<void> {
  const since = failingSince?.getTime() ?? null
  const health = judgeEndpoint(since, attempt)
  const off = active ? health.off : null
  if (health.failingSince === since && off === null) return
  await tx.webhookEndpoint.update({
    where: { id },
    data: {
      failingSince: health.failingSince === null ? null : new Date(health.failingSince),
      ...(off === null
        ? {}
        : { active: false, offReason: off, offAt: new Date(attempt.at), version: { increment: 1 } }),
    },
  })
  if (off === null) return
  await appendAudit(tx, {
    ...{ actor: deliverer, at: attempt.at, action: 'webhooks.switchedOff' },
    ...{ subjectKind: 'webhookEndpoint', subjectId: id },
    before: { active: true },
    after: { active: false, reason: off, url },
  })
}
