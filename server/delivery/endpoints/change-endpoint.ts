import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { checkEndpointInput, type EndpointInput } from './endpoint-input.ts'
import { lockEndpoint, requireVersion } from './lock-endpoint.ts'

/** Changes where an endpoint listens and for what. Throws `notFound`, `conflict`, and `invalidInput` for the address. */
export async function changeEndpoint(
  input: EndpointInput & { readonly endpointId: string; readonly expectedVersion: number },
  { actor, now, requestId }: Change,
): Promise<void> {
  const after = checkEndpointInput(input)
  await getPrisma().$transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, input.endpointId)
    requireVersion(endpoint, input.expectedVersion)
    const { name, url, types } = endpoint
    await tx.webhookEndpoint.update({
      where: { id: endpoint.id },
      data: { ...after, version: { increment: 1 } },
    })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.change' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpoint.id, before: { name, url, types }, after },
    })
  })
}
