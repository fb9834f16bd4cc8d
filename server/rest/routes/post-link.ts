import { makeLink } from '../../alerts/alerts.ts'
import { getPrisma } from '../../db/prisma.ts'
import { publicOrigin } from '../public-origin.ts'
import { readAlertId } from '../read-id.ts'
import { restRoute } from '../route.ts'

/**
 * Makes a link for the customer. Each call makes another one, so it takes no Idempotency-Key: keeping the answer for a retry would
 * keep the token, of which only a hash may stay.
 */
export const postLink = restRoute<{ id: string }>({ scope: 'alerts:write' }, async (call) => {
  const { request, key, params, now, requestId } = call
  const id = readAlertId(params.id)
  const actor = { kind: 'apiKey', id: key.id, name: key.name } as const
  const { path, expiresAt } = await getPrisma().$transaction((tx) =>
    makeLink(tx, id, { actor, now, requestId }),
  )
  return {
    status: 201,
    body: { url: `${publicOrigin(request)}${path}`, expiresAt: new Date(expiresAt).toISOString() },
  }
})
