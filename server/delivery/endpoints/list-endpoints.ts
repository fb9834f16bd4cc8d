import { z } from 'zod'
import { getPool } from '../../db/pool.ts'

export const endpointRow = z.object({
  endpointId: z.string(),
  name: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  active: z.boolean(),
  offReason: z.enum(['person', 'failing', 'gone']).nullable(),
  offAt: z.date().nullable(),
  failingSince: z.date().nullable(),
  createdAt: z.date(),
  /** null: made on the command line */
  createdBy: z.string().nullable(),
  version: z.int(),
  /** Without their texts, newest first. */
  secrets: z.array(z.object({ secretId: z.string(), createdAt: z.coerce.date() })),
  /** Of the last 30 days. */
  delivered: z.int(),
  waiting: z.int(),
  failed: z.int(),
  lastDeliveredAt: z.date().nullable(),
})

/** Every endpoint with how its messages fare, by name. */
export async function listEndpoints(): Promise<z.infer<typeof endpointRow>[]> {
  const { rows } = await getPool().query(
    `SELECT e.id AS "endpointId", e.name, e.url, e.types, e.active, e.off_reason AS "offReason", e.off_at AS "offAt",
       e.failing_since AS "failingSince", e.created_at AS "createdAt", p.name AS "createdBy", e.version,
       (SELECT coalesce(json_agg(json_build_object('secretId', s.id, 'createdAt', s.created_at) ORDER BY s.created_at DESC), '[]')
        FROM webhook_secrets s WHERE s.endpoint_id = e.id) AS secrets,
       d.delivered, d.waiting, d.failed, d."lastDeliveredAt"
     FROM webhook_endpoints e LEFT JOIN people p ON p.id = e.created_by,
       LATERAL (SELECT count(*) FILTER (WHERE status = 'delivered') AS delivered, count(*) FILTER (WHERE status = 'pending') AS waiting,
           count(*) FILTER (WHERE status = 'failed') AS failed, max(delivered_at) AS "lastDeliveredAt"
         FROM webhook_deliveries WHERE endpoint_id = e.id) d
     WHERE e.deleted_at IS NULL ORDER BY e.name, e.id`,
  )
  return z.array(endpointRow).parse(rows)
}
