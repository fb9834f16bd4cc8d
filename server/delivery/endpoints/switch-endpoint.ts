import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { lockEndpoint } from './lock-endpoint.ts'

/** Messages go to the endpoint again, those that waited first. Nothing happens when it is on. Throws `notFound`. */
export function switchEndpointOn(endpointId: string, change: Change): Promise<void> {
  return switchEndpoint(endpointId, true, change)
}

/** No messages go to the endpoint; those on their way wait, new ones are not kept for it. Throws `notFound`. */
export function switchEndpointOff(endpointId: string, change: Change): Promise<void> {
  return switchEndpoint(endpointId, false, change)
}

async function switchEndpoint(endpointId: string, active: boolean, { actor, now, requestId }: Change) {
  await getPrisma().$transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId)
    if (endpoint.active === active) return
    const off = active ? { offReason: null, offAt: null } : { offReason: 'person', offAt: new Date(now) }
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { active, ...off, failingSince: null, version: { increment: 1 } },
    })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: active ? 'webhooks.switchOn' : 'webhooks.switchOff' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId },
      before: { active: endpoint.active },
      after: { active },
    })
  })
}
