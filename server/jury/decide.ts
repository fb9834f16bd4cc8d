import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type JuryDecision, requireOwnWords } from '../../domain/jury/jury-decision.ts'
import { jurySight } from '../../domain/jury/jury-phase.ts'
import { summariseReviews } from '../../domain/jury/summarise-reviews.ts'
import { requireWords } from '../../domain/proposals/own-words.ts'
import { type Tx } from '../db/prisma.ts'
import { notify, settleNotices } from '../notifications/notifications.ts'
import { redactAbout } from '../proposals/proposals.ts'
import { changeHearing, type HearingMove, type JuryPerson } from './change-hearing.ts'
import { readersOf } from '../../domain/jury/readers-of.ts'
import { type Hearing, requirePart } from './hearing.ts'
import { listEligible } from './list-eligible.ts'
import { titleOf } from './title-of.ts'

/**
 * Ends the blind scoring: those who scored see each other now. It takes enough scores, or everybody who may judge has spoken.
 * Throws `conflict` when it is over already or scores are missing.
 */
export function openTalk(move: HearingMove, person: JuryPerson): Promise<void> {
  return changeHearing(move, person, async ({ tx, hearing }) => {
    if (hearing.phase !== 'blind')
      throw new AppError('conflict', {
        userMessage: 'The blind scoring is over already.',
        details: { reason: 'scoringOver' },
      })
    requireScored(hearing, person.signedIn)
    const summary = summariseReviews(hearing.reviews)
    const eligible = await listEligible(tx, hearing.proposalId)
    const judged = new Set(hearing.reviews.map(({ reviewer }) => reviewer))
    if (!summary.isEnough && !eligible.every((id) => judged.has(id))) {
      throw new AppError('conflict', {
        userMessage: `This takes ${summary.needed} scores and has ${summary.scored}. Wait for the others, or ask them.`,
        details: { reason: 'scoresMissing', needed: summary.needed, scored: summary.scored },
      })
    }
    return {
      ...{ action: 'jury.talk', data: { phase: 'talking', talkingAt: new Date(person.now) } },
      after: { scored: summary.scored, score: summary.score, spread: summary.spread },
    }
  })
}

/**
 * Writes the decision and its letter, or writes it anew; whoever read an earlier wording has to read again. Nothing goes out yet.
 * Throws `conflict` before the jury has talked, `unprocessable` for a reason that is not in own words.
 */
export function writeLetter(move: HearingMove, decision: JuryDecision, person: JuryPerson): Promise<void> {
  return changeHearing(move, person, async ({ tx, hearing }) => {
    if (hearing.phase === 'blind') {
      throw new AppError('conflict', {
        userMessage: 'End the blind scoring before you decide.',
        details: { reason: 'endScoringFirst' },
      })
    }
    requireScored(hearing, person.signedIn)
    await requireOther(tx, hearing.proposalId, person.signedIn)
    requireOwnWords(decision, await listEarlierReasons(tx, hearing.proposalId))
    const letter = await redactLetter(tx, hearing.proposalId, decision, person)
    await askReaders(tx, hearing, person)
    const { personId: writtenBy } = person.signedIn
    return {
      ...{ action: 'jury.decide', after: { verdict: decision.verdict } },
      before: { verdict: hearing.verdict },
      data: {
        ...{ phase: 'pending', ...letter, writtenBy, writtenAt: new Date(person.now) },
        ...{ readBy: null, readAt: null },
      },
    }
  })
}

/** Confirms that the letter was read as its receiver will read it. Throws `conflict` without a letter or for its writer. */
export function readLetter(move: HearingMove, person: JuryPerson): Promise<void> {
  return changeHearing(move, person, async ({ tx, hearing }) => {
    const eligible = await listEligible(tx, hearing.proposalId)
    const readers = readersOf(eligible, hearing.reviews, hearing.writtenBy)
    if (!readers.includes(person.signedIn.personId)) requirePart(hearing, person.signedIn)
    if (hearing.phase !== 'pending')
      throw new AppError('conflict', {
        userMessage: 'There is no letter to read.',
        details: { reason: 'noLetter' },
      })
    if (hearing.writtenBy === person.signedIn.personId) {
      throw new AppError('conflict', {
        userMessage: 'Somebody else has to read your letter: they see it as its receiver will.',
        details: { reason: 'ownLetter' },
      })
    }
    await settleNotices(tx, { kinds: ['letter.toRead'], subjectId: hearing.proposalId })
    return {
      action: 'jury.readLetter',
      data: { readBy: person.signedIn.personId, readAt: new Date(person.now) },
    }
  })
}

/** Takes the decision back before it is released: the jury talks again. */
export function withdrawLetter(move: HearingMove, person: JuryPerson): Promise<void> {
  return changeHearing(move, person, async ({ tx, hearing }) => {
    requirePart(hearing, person.signedIn)
    if (hearing.phase !== 'pending')
      throw new AppError('conflict', {
        userMessage: 'There is no letter to take back.',
        details: { reason: 'noLetter' },
      })
    await settleNotices(tx, { kinds: ['letter.toRead'], subjectId: hearing.proposalId })
    const nobody = { writtenBy: null, writtenAt: null, readBy: null, readAt: null }
    return {
      ...{ action: 'jury.withdrawLetter', before: { verdict: hearing.verdict } },
      data: { phase: 'talking', verdict: null, reason: null, wouldChange: null, ...nobody },
    }
  })
}

/** The letter as its receiver will read it. Throws `unprocessable` when too little is left without personal data. */
async function redactLetter(
  tx: Tx,
  proposalId: string,
  { verdict, reason: typedReason, wouldChange: typedChange }: JuryDecision,
  { signedIn }: JuryPerson,
) {
  const reason = await redactAbout(tx, proposalId, typedReason, signedIn)
  requireWords('reason', reason)
  if (verdict === 'accepted') return { verdict, reason, wouldChange: null }
  const wouldChange = await redactAbout(tx, proposalId, typedChange, signedIn)
  requireWords('wouldChange', wouldChange)
  return { verdict, reason, wouldChange }
}

function requireScored({ phase, reviews }: Hearing, { personId }: SignedIn): void {
  const hasScored = reviews.some(({ kind, reviewer }) => kind === 'scored' && reviewer === personId)
  if (jurySight(phase === 'blind' ? 'talking' : phase, { hasScored }).scores) return
  throw new AppError('conflict', {
    userMessage: 'Hand in your own score first.',
    details: { reason: 'scoreFirst' },
  })
}

/** An appeal is decided by somebody else than who decided before. */
async function requireOther(tx: Tx, proposalId: string, { personId }: SignedIn): Promise<void> {
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  if (proposal.status !== 'appealed' || proposal.decidedBy !== personId) return
  throw new AppError('conflict', {
    userMessage: 'You decided this proposal before; an appeal is decided by somebody else.',
    details: { reason: 'decidedBefore' },
  })
}

async function listEarlierReasons(tx: Tx, proposalId: string): Promise<string[]> {
  const rows = await tx.juryRound.findMany({
    where: { reason: { not: null }, NOT: { proposalId } },
    select: { reason: true },
    orderBy: { writtenAt: 'desc' },
    take: 500,
  })
  return rows.flatMap(({ reason }) => (reason === null ? [] : [reason]))
}

/** Scores stand once there is a letter; whoever was asked to read an earlier wording is asked anew. */
async function askReaders(
  tx: Tx,
  { proposalId, reviews }: Hearing,
  { signedIn, now }: JuryPerson,
): Promise<void> {
  const kinds = ['review.wanted', 'review.further', 'letter.toRead'] as const
  await settleNotices(tx, { kinds, subjectId: proposalId })
  const facts = { title: await titleOf(tx, proposalId) }
  const readers = readersOf(await listEligible(tx, proposalId), reviews, signedIn.personId)
  await notify(
    tx,
    readers.map((to) => ({ to, kind: 'letter.toRead', subjectId: proposalId, facts })),
    now,
  )
}
