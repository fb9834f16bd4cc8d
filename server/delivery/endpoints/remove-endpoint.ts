import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { lockEndpoint } from './lock-endpoint.ts'

/** Removes an endpoint with its secrets; what was on its way to it is given up, what was delivered stays on record. Throws `notFound`. */
export async function removeEndpoint(endpointId: string, { actor, now, requestId }: Change): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { name, url, types } = await lockEndpoint(tx, endpointId)
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { active: false, deletedAt: new Date(now), version: { increment: 1 } },
    })
    await tx.webhookSecret.deleteMany({ where: { endpointId } })
    await tx.webhookDelivery.updateMany({
      where: { endpointId, status: 'pending' },
      data: { status: 'failed', nextAttemptAt: null, leasedUntil: null },
    })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.remove' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId, before: { name, url, types } },
    })
  })
}
