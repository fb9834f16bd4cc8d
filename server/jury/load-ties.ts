import { z } from 'zod'
import { type Ties } from '../../domain/jury/find-conflict.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'
import { insideSql } from '../proposals/proposals.ts'

const ids = z.array(z.string())
const tiesRow = z.object({
  ...{ id: z.string(), author: z.string(), merged_authors: ids, managers: ids, owners: ids },
})

/**
 * Who stands in which relation to each of the proposals, by its id. Managers are those of the desks that the author works at and
 * their leads; owners are whoever made a rule set with the rule concerned, and who has the case or the alert that it began with.
 */
export async function loadTies(
  tx: Pick<Tx, '$queryRaw'>,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, Ties>> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.id::text, p.author_id::text AS author,
      ARRAY(SELECT m.author_id::text FROM ${Prisma.raw(insideSql)} m) AS merged_authors,
      ARRAY(SELECT DISTINCT theirs.person_id::text FROM desk_members mine
            JOIN desk_members theirs ON theirs.desk_key = mine.desk_key AND theirs.person_id <> mine.person_id
            JOIN people q ON q.id = theirs.person_id
            WHERE mine.person_id = p.author_id AND (q.role = 'manager' OR theirs.part = 'lead')) AS managers,
      ARRAY(SELECT v.created_by::text FROM rule_set_versions v
            WHERE p.source_kind = 'rule' AND v.created_by IS NOT NULL
              AND EXISTS (SELECT FROM jsonb_path_query(v.rules, '$.**.key') k WHERE k #>> '{}' = p.source_id)
            UNION SELECT c.owner_id FROM cases c WHERE p.source_kind = 'case' AND c.id::text = p.source_id AND c.owner_id IS NOT NULL
            UNION SELECT a.claimed_by::text FROM alerts a
            WHERE p.source_kind = 'alert' AND a.id::text = p.source_id AND a.claimed_by IS NOT NULL) AS owners
    FROM proposals p WHERE p.id = ANY (${[...proposalIds]}::uuid[])`
  return new Map(
    z
      .array(tiesRow)
      .parse(rows)
      .map(({ id, author, merged_authors: mergedAuthors, managers, owners }) => [
        id,
        { author, mergedAuthors, managersOfAuthor: managers, owners },
      ]),
  )
}
