import { type SignedIn } from '../../domain/access/actor.ts'
import { type JuryDecision } from '../../domain/jury/jury-decision.ts'
import { type Answers } from '../../domain/jury/weighted-mean.ts'
import { getPrisma } from '../db/prisma.ts'
import { openHearings, openTalk, readLetter, releaseLetters, submitScore, writeLetter } from '../jury/jury.ts'

/** A hearing of the demo as it went: who judged how, and who wrote and who read the letter. */
interface DemoHearing {
  readonly scores: readonly { readonly by: SignedIn; readonly answers: Answers; readonly note: string }[]
  /** The first of those who scored writes the letter, the second reads it. */
  readonly decision: JuryDecision
  /** Epoch ms. */
  readonly openedAt: number
  readonly releasedAt: number
}

/** Lets the jury hear a proposal from the blind scores to the letter, through the doors that its members have. */
export async function hearProposal(proposalId: string, hearing: DemoHearing): Promise<void> {
  const { scores, decision, openedAt, releasedAt } = hearing
  const [writer, reader] = scores.map(({ by }) => by)
  if (writer === undefined || reader === undefined) throw new RangeError('A hearing takes two who score')
  await openHearings(openedAt)
  const act = (signedIn: SignedIn, now: number) => ({ signedIn, now, requestId: 'demo' })
  for (const { by, answers, note } of scores) {
    const score = { answers, confidence: 'fairlySure' as const, note }
    await submitScore({ ...(await hearingOf(proposalId)), edition: 0 }, score, act(by, openedAt))
  }
  await openTalk(await moveOf(proposalId), act(writer, releasedAt))
  await writeLetter(await moveOf(proposalId), decision, act(writer, releasedAt))
  await readLetter(await moveOf(proposalId), act(reader, releasedAt))
  await releaseLetters([await moveOf(proposalId)], act(writer, releasedAt))
}

async function moveOf(proposalId: string): Promise<{ proposalId: string; version: number }> {
  const { version } = await hearingOf(proposalId)
  return { proposalId, version }
}

async function hearingOf(
  proposalId: string,
): Promise<{ proposalId: string; round: number; version: number }> {
  const { round, version } = await getPrisma().juryRound.findFirstOrThrow({
    where: { proposalId, releasedAt: null },
  })
  return { proposalId, round, version }
}
