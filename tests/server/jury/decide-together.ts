import { type SignedIn } from '../../../domain/access/actor.ts'
import { minute } from '../cases/care-desks.ts'
import { callerOf, fine } from './jury-people.ts'

/** A jury of three that takes a proposal from blind scoring to a letter that is out. */
export async function decideTogether(
  { proposalId, at }: { readonly proposalId: string; readonly at: number },
  { writer, reader }: { readonly writer: SignedIn; readonly reader: SignedIn },
  decision: { readonly verdict: 'accepted' | 'declined'; readonly reason: string },
): Promise<void> {
  const seen = async () => ({
    proposalId,
    version: (await callerOf(writer, at).jury.get({ proposalId })).version,
  })
  const score = { answers: fine, confidence: 'sure' as const, note: '' }
  for (const judge of [writer, reader]) {
    const { round, edition } = await callerOf(judge, at).jury.get({ proposalId })
    await callerOf(judge, at).jury.score({ proposalId, round, edition, score })
  }
  await callerOf(writer, at + minute).jury.openTalk(await seen())
  const wouldChange = decision.verdict === 'declined' ? 'Figures of a month from two branches.' : ''
  await callerOf(writer, at + minute).jury.writeLetter({
    ...(await seen()),
    decision: { ...decision, wouldChange },
  })
  await callerOf(reader, at + 2 * minute).jury.readLetter(await seen())
  await callerOf(writer, at + 3 * minute).jury.release({ moves: [await seen()] })
}
