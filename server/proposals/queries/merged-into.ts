import { z } from 'zod'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type Tx } from '../../db/prisma.ts'

/** Everything that goes on inside the proposal `p` of the query around it, however deep: what it took in had taken others in before. */
export const insideSql = `
  (WITH RECURSIVE inside AS (
     SELECT i.id, i.author_id, i.anonymous FROM proposals i WHERE i.merged_into = p.id AND i.status = 'merged'
     UNION SELECT m.id, m.author_id, m.anonymous FROM proposals m JOIN inside i ON m.merged_into = i.id WHERE m.status = 'merged')
   SELECT * FROM inside)`

const rowsSchema = z.array(z.object({ id: z.string(), authorId: z.string(), anonymous: z.boolean() }))

/** The proposals that go on inside another one, directly or inside what it took in, with who shares its credit; by id. */
export async function listMergedInto(tx: Pick<Tx, '$queryRaw'>, proposalId: string) {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT m.id::text, m.author_id::text AS "authorId", m.anonymous
      FROM proposals p CROSS JOIN LATERAL ${Prisma.raw(insideSql)} m
     WHERE p.id = ${proposalId}::uuid ORDER BY m.id`
  return rowsSchema.parse(rows)
}
