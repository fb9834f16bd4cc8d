import { foldLetters } from '../../../domain/language/fold-letters.ts'
import { searchText } from '../../../domain/proposals/search-text.ts'
import { type Tx } from '../../db/prisma.ts'

/** Makes a proposal findable by its redacted words; the originals are in no index. */
export async function indexProposal(tx: Tx, proposalId: string): Promise<void> {
  const fields = await tx.proposalField.findMany({
    where: { proposalId },
    select: { key: true, redacted: true },
  })
  const text = (...keys: string[]) =>
    fields
      .filter(({ key }) => keys.includes(key))
      .map(({ redacted }) => redacted)
      .join('\n')
  const title = searchText(text('title'))
  const heart = searchText(text('essence', 'proposal'))
  const rest = searchText(text('difficulty', 'solution', 'helped'))
  await tx.$executeRaw`
    UPDATE proposals SET
      title = ${text('title').trim() || null}, search_title = ${foldLetters(text('title')).slice(0, 200)},
      search_text = ${`${title} ${heart} ${rest}`},
      search_vector = setweight(to_tsvector('russian', ${title}), 'A') || setweight(to_tsvector('russian', ${heart}), 'B')
                   || setweight(to_tsvector('russian', ${rest}), 'D')
     WHERE id = ${proposalId}::uuid`
}
