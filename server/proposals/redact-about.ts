import { type SignedIn } from '../../domain/access/actor.ts'
import { cleanTyped } from '../../domain/personal-data/clean-typed.ts'
import { redactText } from '../../domain/personal-data/redact-text.ts'
import { type Tx } from '../db/prisma.ts'
import { isCovered } from './queries/covered.ts'
import { loadKnownPeople } from './story/known-people.ts'

/**
 * What somebody writes about a proposal, as others may read it: cleaned, personal data replaced. Known are the names of where the
 * story began, those of its author while others do not see them, and the writer's own where the writer `isUnnamed`.
 */
export async function redactAbout(
  tx: Pick<Tx, 'proposal' | 'person' | '$queryRaw'>,
  proposalId: string,
  text: string,
  writer: SignedIn,
  { isUnnamed = false }: { readonly isUnnamed?: boolean } = {},
): Promise<string> {
  const { sourceKind, sourceId, authorId, anonymous } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { sourceKind: true, sourceId: true, authorId: true, anonymous: true },
  })
  const author = await tx.person.findUnique({ where: { id: authorId }, select: { name: true } })
  const isOpen = !anonymous && !(await isCovered(tx, proposalId))
  const about = await loadKnownPeople(tx, { kind: sourceKind, id: sourceId, authorId })
  const known = {
    ...about,
    names: [
      ...about.names.filter((name) => !isOpen || name !== author?.name),
      ...(isUnnamed ? [writer.name] : []),
    ],
  }
  return redactText(cleanTyped(text).trim(), { language: writer.language, known })
}
