import { z } from 'zod'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { parseAlertReference } from '../../../domain/alerts/alert-reference.ts'
import { foldLetters } from '../../../domain/language/fold-letters.ts'
import { coarseTime } from '../../../domain/proposals/coarse-time.ts'
import { proposalStatuses } from '../../../domain/proposals/proposal-state.ts'
import { searchWords } from '../../../domain/proposals/search-text.ts'
import { Prisma } from '../../../generated/prisma/client.ts'
import { getPrisma } from '../../db/prisma.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { coveredIds } from './covered.ts'

const proposalViews = ['all', 'mine', 'toAnswer'] as const

export const proposalListSchema = z.object({
  view: z.enum(proposalViews),
  status: z.enum(proposalStatuses).nullable(),
  /** Words, their beginnings, or a reference. */
  search: z.string().max(200),
  /** How many rows were read already. */
  cursor: z.number().int().nonnegative().max(100_000).default(0),
})

const pageSize = 50
const epoch = z.date().transform((date) => date.getTime())

const rowSchema = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    status: z.enum(proposalStatuses),
    title: z.string().nullable(),
  },
  ...{ submittedAt: epoch.nullable(), answerDueAt: epoch.nullable() },
  ...{ answerer: z.string().nullable(), author: z.string().nullable(), isMine: z.boolean() },
  ...{ supporters: z.number(), escalations: z.number() },
})

/**
 * Proposals that this person may read, the last submitted first (what waits for an answer: the first due first), 50 at a time. The
 * search looks at redacted words only; names of authors are given where they may be seen and never searched or sorted by. Those with a
 * covered author head their day, in an order that says nothing, so that no neighbour tells when they were written.
 */
export async function listProposals(
  input: z.infer<typeof proposalListSchema>,
  { signedIn }: { readonly signedIn: SignedIn },
) {
  const me = signedIn.personId
  const where = Prisma.join(
    [
      Prisma.sql`(p.status <> 'draft' OR p.author_id = ${me}::uuid)`,
      ...(input.view === 'mine' ? [Prisma.sql`p.author_id = ${me}::uuid`] : []),
      ...(input.view === 'toAnswer'
        ? [Prisma.sql`p.answerer_id = ${me}::uuid AND p.answer_due_at IS NOT NULL`]
        : []),
      ...(input.status === null ? [] : [Prisma.sql`p.status = ${input.status}`]),
      ...searchConditions(input.search),
    ],
    ' AND ',
  )
  const { zone } = await getOrganisation()
  const order =
    input.view === 'toAnswer'
      ? Prisma.sql`"answerDueAt", id`
      : Prisma.sql`(moment AT TIME ZONE ${zone})::date DESC, author IS NOT NULL, CASE WHEN author IS NOT NULL THEN moment END DESC, id`
  const prisma = getPrisma()
  const [rows, counted] = await Promise.all([
    prisma.$queryRaw<unknown[]>`
      SELECT shown.*, (SELECT count(*)::int4 FROM proposal_supporters s WHERE s.proposal_id = shown.id::uuid) AS supporters
        FROM (
          SELECT p.id::text, p.reference, p.status, p.title, p.submitted_at AS "submittedAt", p.answer_due_at AS "answerDueAt",
                 r.name AS answerer, p.author_id = ${me}::uuid AS "isMine", p.escalations,
                 CASE WHEN NOT p.anonymous AND p.id NOT IN ${coveredIds} OR p.author_id = ${me}::uuid THEN a.name END AS author,
                 coalesce(p.submitted_at, p.updated_at) AS moment
            FROM proposals p LEFT JOIN people r ON r.id = p.answerer_id LEFT JOIN people a ON a.id = p.author_id
           WHERE ${where}) shown
       ORDER BY ${order} LIMIT ${pageSize} OFFSET ${input.cursor}`,
    prisma.$queryRaw<{ n: number }[]>`SELECT count(*)::int4 AS n FROM proposals p WHERE ${where}`,
  ])
  return { rows: rows.map((row) => coarse(rowSchema.parse(row), zone)), count: counted[0]?.n ?? 0, pageSize }
}

/** The times of an author who is covered are told by the day. */
function coarse(row: z.infer<typeof rowSchema>, zone: string) {
  if (row.isMine || row.author !== null) return row
  const { submittedAt } = row
  return { ...row, submittedAt: submittedAt === null ? null : coarseTime(submittedAt, zone) }
}

/** A reference exactly; else every word by its beginning or stem, or a title that is nearly the same. */
function searchConditions(search: string): Prisma.Sql[] {
  if (search.trim() === '') return []
  const reference = parseAlertReference(search)
  if (reference !== null) return [Prisma.sql`p.reference = ${reference}`]
  const words = searchWords(search)
  if (words.length === 0)
    return [Prisma.sql`p.search_title LIKE ${`%${escapeLike(foldLetters(search.trim()))}%`}`]
  const query = words.map((word) => `'${word}':*`).join(' & ')
  return [
    Prisma.sql`(p.search_vector @@ to_tsquery('russian', ${query}) OR p.search_vector @@ to_tsquery('simple', ${query})
                OR word_similarity(${foldLetters(search)}, p.search_title) > 0.6)`,
  ]
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}
