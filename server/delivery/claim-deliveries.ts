import { z } from 'zod'
import { getPrisma } from '../db/prisma.ts'

/** How many messages are on their way to one endpoint at a time, over all processes: a target that hangs holds up no other. */
export const atOnceToEndpoint = 2

/** Longer than any attempt: after it a process that held a delivery is dead. */
const leaseMs = 30_000

const claimedSchema = z.object({
  endpointId: z.string(),
  messageId: z.string(),
  url: z.string(),
  leasedUntil: z.date(),
  type: z.string(),
  at: z.date(),
  payload: z.unknown(),
  secrets: z.array(z.string()),
})

/** A delivery that this process, and no other, is to try now. */
export type ClaimedDelivery = Readonly<z.infer<typeof claimedSchema>>

/**
 * Takes deliveries that are due at `now` (epoch milliseconds), oldest first, at most two on their way to an endpoint. The endpoints'
 * rows are locked before their running deliveries are counted; what another process is choosing from is left to it.
 */
export function claimDeliveries(now: number): Promise<ClaimedDelivery[]> {
  const at = new Date(now)
  const leasedUntil = new Date(now + leaseMs)
  return getPrisma().$transaction(async (tx) => {
    const free = await tx.$queryRaw<{ id: string }[]>`
      SELECT e.id::text FROM webhook_endpoints e
      WHERE e.active AND e.deleted_at IS NULL AND EXISTS (SELECT FROM webhook_deliveries d
        WHERE d.endpoint_id = e.id AND d.status = 'pending' AND d.next_attempt_at <= ${at}
          AND (d.leased_until IS NULL OR d.leased_until <= ${at}))
      FOR NO KEY UPDATE SKIP LOCKED`
    if (free.length === 0) return []
    const ids = free.map(({ id }) => id)
    const rows = await tx.$queryRaw<unknown[]>`
      WITH chosen AS (
        SELECT due.endpoint_id, due.message_id FROM unnest(${ids}::uuid[]) AS free (id),
          LATERAL (SELECT d.endpoint_id, d.message_id FROM webhook_deliveries d
            WHERE d.endpoint_id = free.id AND d.status = 'pending' AND d.next_attempt_at <= ${at}
              AND (d.leased_until IS NULL OR d.leased_until <= ${at})
            ORDER BY d.next_attempt_at, d.message_id
            LIMIT greatest(0, ${atOnceToEndpoint}::int - (SELECT count(*) FROM webhook_deliveries r
              WHERE r.endpoint_id = free.id AND r.status = 'pending' AND r.leased_until > ${at}))
            FOR UPDATE SKIP LOCKED) due
      ), claimed AS (
        UPDATE webhook_deliveries d SET leased_until = ${leasedUntil} FROM chosen
        WHERE d.endpoint_id = chosen.endpoint_id AND d.message_id = chosen.message_id
        RETURNING d.endpoint_id, d.message_id, d.leased_until
      )
      SELECT c.endpoint_id::text AS "endpointId", c.message_id::text AS "messageId", c.leased_until AS "leasedUntil",
        e.url, m.type, m.at, m.payload,
        ARRAY(SELECT s.secret FROM webhook_secrets s WHERE s.endpoint_id = c.endpoint_id ORDER BY s.created_at DESC, s.id) AS secrets
      FROM claimed c JOIN webhook_endpoints e ON e.id = c.endpoint_id JOIN webhook_messages m ON m.id = c.message_id
      ORDER BY m.at, m.id`
    return z.array(claimedSchema).parse(rows)
  })
}
