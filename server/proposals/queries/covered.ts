import { awaitingStatuses } from '../../../domain/proposals/proposal-state.ts'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type Tx } from '../../db/prisma.ts'

/** What was taken back stays covered: told anew, it would name the author of the second telling. */
const coveredStatuses = [...awaitingStatuses, 'withdrawn'].map((status) => `'${status}'`).join(', ')

/**
 * The ids of all proposals whose authors are covered now: those that wait for their answer or were taken back before it, and those that
 * go on inside one that waits, because their authors share its credit.
 */
export const coveredIdsSql = `
  (WITH RECURSIVE covered AS (
     SELECT id FROM proposals WHERE status IN (${coveredStatuses})
     UNION SELECT m.id FROM proposals m JOIN covered c ON m.merged_into = c.id WHERE m.status = 'merged')
   SELECT id FROM covered)`

/** The same as a part of a query of Prisma. */
export const coveredIds = Prisma.raw(coveredIdsSql)

/** Whether the author of one proposal is covered now. */
export async function isCovered(tx: Pick<Tx, '$queryRaw'>, proposalId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ covered: boolean }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, status, merged_into FROM proposals WHERE id = ${proposalId}::uuid
      UNION SELECT p.id, p.status, p.merged_into FROM proposals p JOIN chain c ON p.id = c.merged_into WHERE c.status = 'merged')
    SELECT EXISTS (SELECT FROM chain WHERE status IN (${Prisma.raw(coveredStatuses)})) AS covered`
  return row?.covered ?? false
}
