import { AppError } from '../../domain/errors/app-error.ts'
import { type Tx } from '../db/prisma.ts'

/**
 * Who answers next: the manager with the fewest answers to give, then administrators. Those of the author's own desk come last
 * but for those who are away: who leads somebody has an interest in what they write. Never one of `excluded`.
 * Throws `unprocessable` when nobody is left.
 */
export async function chooseAnswerer(
  tx: Tx,
  { deskKey, excluded }: { readonly deskKey: string; readonly excluded: readonly string[] },
): Promise<string> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id::text
      FROM people p
      LEFT JOIN desk_members m ON m.person_id = p.id AND m.desk_key = ${deskKey} 
      LEFT JOIN presence a ON a.person_id = p.id
     WHERE p.status = 'active' AND p.role IN ('manager', 'admin') AND p.id::text <> ALL (${[...excluded]}::text[])
     ORDER BY coalesce(a.state = 'away', FALSE), m.desk_key IS NOT NULL, p.role = 'manager' DESC,
              (SELECT count(*) FROM proposals q WHERE q.answerer_id = p.id AND q.answer_due_at IS NOT NULL), p.created_at, p.id
     LIMIT 1`
  if (next) return next.id
  throw new AppError('unprocessable', {
    userMessage:
      'Nobody is left who could answer: a proposal needs a manager who did not write it. Ask an administrator to add one.',
    details: { reason: 'nobodyLeft' },
  })
}
