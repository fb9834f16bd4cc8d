import { z } from 'zod'
import { foldLetters } from '../../../domain/language/fold-letters.ts'
import { proposalStatuses } from '../../../domain/proposals/proposal-state.ts'
import { searchText } from '../../../domain/proposals/search-text.ts'
import { getPool } from '../../db/pool.ts'

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string().nullable(),
  status: z.enum(proposalStatuses),
  likeness: z.number(),
  isOwn: z.boolean(),
  /** The viewer said already that this happens to them too. */
  isJoined: z.boolean(),
})

/** A proposal that may be about the same matter; `likeness` from 0 to 1. */
export type SimilarProposal = z.infer<typeof rowSchema>

/** Below this share of the rare words two stories have little in common. */
const leastLikeness = 0.22
const mostFound = 5
/** Words beyond this many add work and no meaning. */
const mostWords = 10
/** Among fewer than so many proposals the words are counted: there are no statistics yet, or they know few words. */
const fewProposals = 1_000
/** So many more without the word are supposed: among five proposals a word in one of them is not common. */
const doubt = 20.0

/**
 * Proposals about the same matter as a text: its rarest words (stems in three languages, weighed by how rare they are) and its
 * title's trigrams, which forgive slips. How common a word is comes from PostgreSQL's own statistics of the column, or is counted
 * among few proposals, where words that nobody used yet weigh last. Only redacted words are searched. The best five, most alike first.
 */
export async function findSimilar(
  { title, text }: { readonly title: string; readonly text: string },
  { exceptId, viewerId }: { readonly exceptId: string | null; readonly viewerId: string },
): Promise<SimilarProposal[]> {
  const words = searchText(`${title}\n${text}`)
  if (words === '') return []
  const { rows } = await getPool().query({
    name: 'similar-proposals',
    text: similarSql,
    values: [
      words,
      foldLetters(title).slice(0, 200),
      exceptId,
      leastLikeness,
      mostFound,
      mostWords,
      viewerId,
    ],
  })
  return rows.map((row) => rowSchema.parse(row))
}

const similarSql = `
  WITH common AS MATERIALIZED (
    SELECT e.word, s.most_common_elem_freqs[e.place] AS share
      FROM pg_stats s, unnest(s.most_common_elems::text::text[]) WITH ORDINALITY AS e (word, place)
     WHERE s.schemaname = current_schema() AND s.tablename = 'proposals' AND s.attname = 'search_vector'
  ), told AS MATERIALIZED (
    SELECT count(*) AS n FROM (SELECT FROM proposals WHERE search_vector IS NOT NULL LIMIT ${fewProposals}) few
  ), words AS MATERIALIZED (
    SELECT l.lexeme, ln(1 / greatest(w.share, w.least)) AS weight
      FROM unnest(to_tsvector('russian', $1)) AS l (lexeme, positions, weights) CROSS JOIN told
      LEFT JOIN common c ON told.n = ${fewProposals} AND c.word = l.lexeme
      CROSS JOIN LATERAL (
        SELECT count(*) AS n FROM proposals q
         WHERE told.n < ${fewProposals} AND q.search_vector @@ (quote_literal(l.lexeme))::tsquery
      ) met
      CROSS JOIN LATERAL (
        SELECT CASE WHEN told.n < ${fewProposals} THEN met.n / (told.n + ${doubt.toFixed(1)}) ELSE coalesce(c.share, 0) END AS share,
               CASE WHEN told.n < ${fewProposals} THEN 1 / (told.n + ${doubt.toFixed(1)}) ELSE 0.0005 END AS least
      ) w
     WHERE w.share < 0.2
     ORDER BY met.n > 0 DESC, weight DESC, l.lexeme LIMIT $6
  ), total AS (
    SELECT greatest(sum(weight), 1) AS weight FROM words
  ), alike AS (
    SELECT p.id, sum(w.weight) / (SELECT weight FROM total) AS likeness
      FROM words w
      JOIN LATERAL (
        SELECT q.id FROM proposals q
         WHERE q.search_vector @@ (quote_literal(w.lexeme))::tsquery AND q.status NOT IN ('draft', 'withdrawn')
         LIMIT 1500
      ) p ON TRUE
     GROUP BY p.id
    UNION ALL
    SELECT p.id, similarity(p.search_title, $2) * 0.8
      FROM proposals p
     WHERE length($2) >= 8 AND p.search_title % $2 AND p.status NOT IN ('draft', 'withdrawn')
  ), best AS (
    SELECT id, least(max(likeness) + 0.25 * (sum(likeness) - max(likeness)), 1) AS likeness FROM alike GROUP BY id
  )
  SELECT p.id::text, p.reference, p.title, p.status, b.likeness::float8, p.author_id = $7::uuid AS "isOwn",
         EXISTS (SELECT FROM proposal_supporters s
                  WHERE s.proposal_id = p.id AND s.person_id = $7::uuid AND s.part = 'joined') AS "isJoined"
    FROM best b JOIN proposals p ON p.id = b.id
   WHERE b.likeness >= $4 AND p.id IS DISTINCT FROM $3::uuid
   ORDER BY b.likeness DESC, p.id LIMIT $5`
