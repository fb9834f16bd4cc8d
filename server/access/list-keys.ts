import { z } from 'zod'
import { scopes } from '../../domain/access/scopes.ts'
import { getPool } from '../db/pool.ts'

export const keyRowSchema = z.object({
  keyId: z.string(),
  prefix: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: z.date(),
  /** Who made it; null: made on the command line. */
  createdBy: z.string().nullable(),
  /** To the minute; null: never used. */
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
})

/** Every key without its secret: those in use first, the newest first. */
export async function listKeys(): Promise<z.infer<typeof keyRowSchema>[]> {
  const { rows } = await getPool().query(
    `SELECT k.id AS "keyId", k.prefix, k.name, k.scopes, k.created_at AS "createdAt", p.name AS "createdBy",
            k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt"
     FROM api_keys k LEFT JOIN people p ON p.id = k.created_by
     ORDER BY k.revoked_at IS NOT NULL, k.created_at DESC, k.id`,
  )
  return z.array(keyRowSchema).parse(rows)
}
