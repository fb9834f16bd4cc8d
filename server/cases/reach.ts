import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'

/**
 * The cases a person may reach, as SQL over `cases c`: managers, auditors and administrators see all; staff see those of
 * their desks, those they own or cover at `now` (epoch ms), and those that are being offered to them. Outside of it a case is not
 * found.
 */
export function caseReach(signedIn: SignedIn, now: number): Prisma.Sql {
  if (signedIn.role !== 'staff') return Prisma.sql`TRUE`
  const me = signedIn.personId
  return Prisma.sql`(
    c.owner_id = ${me}
    OR c.desk IN (SELECT m.desk_key FROM desk_members m WHERE m.person_id = ${me}::uuid)
    OR c.owner_id IN (SELECT p.person_id::text FROM presence p WHERE p.covered_by = ${me}::uuid AND p.state = 'away' AND (p.until IS NULL OR p.until > ${new Date(now)}))
    OR EXISTS (
      SELECT 1 FROM handoffs h
      WHERE h.customer_ref = c.customer_ref AND h.case_id = c.id
        AND (h.to_person = ${me} OR h.from_person = ${me}
             OR h.to_desk IN (SELECT m.desk_key FROM desk_members m WHERE m.person_id = ${me}::uuid))
    )
  )`
}

/** Throws `notFound` unless the person may reach the case. */
export async function requireReach(
  tx: Tx,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
  caseId: string,
): Promise<void> {
  const found = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM cases c WHERE c.id = ${caseId}::uuid AND ${caseReach(signedIn, now)}`
  if (found.length === 0)
    throw new AppError('notFound', { userMessage: 'There is no such case, or not for you.' })
}
