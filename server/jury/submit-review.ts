import type { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import type { Abstention, scoreSchema } from '../../domain/jury/jury-review.ts'
import { summariseReviews } from '../../domain/jury/summarise-reviews.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { notify, settleNotices } from '../notifications/notifications.ts'
import { type JuryPerson } from './change-hearing.ts'
import { type Hearing, holdHearing } from './hearing.ts'
import { listEligible } from './list-eligible.ts'
import { titleOf } from './title-of.ts'
import { redactAbout } from '../proposals/proposals.ts'

type Score = z.infer<typeof scoreSchema>

/** The own review that a member saw before this one; of others' reviews it takes no notice. */
export interface ReviewMove {
  readonly proposalId: string
  /** Which hearing was read: an appeal opens another one. */
  readonly round: number
  /** The version of the own review; 0: there was none. */
  readonly edition: number
}

/**
 * Hands in the person's own score, or changes it while the jury has not decided. When the scores are wide apart those who have not
 * judged yet are asked to. Throws `conflict` once there is a decision, and when the own review changed in another window.
 */
export function submitScore(move: ReviewMove, score: Score, person: JuryPerson): Promise<void> {
  return changeReview(move, person, async ({ tx, hearing, own }) => {
    const reviewer = person.signedIn.personId
    const others = hearing.reviews.filter((review) => review !== own)
    const wasWide = summariseReviews(hearing.reviews).isWide
    const now = summariseReviews([...others, { kind: 'scored', reviewer, ...score }])
    if (now.isWide && !wasWide) await askFurther(tx, hearing, person)
    return {
      ...{ action: 'jury.score' },
      review: {
        ...{ kind: 'scored', answers: score.answers, confidence: score.confidence, abstention: null },
        note: await redactAbout(tx, hearing.proposalId, score.note, person.signedIn),
      },
      before: own?.kind === 'scored' ? { answers: own.answers, confidence: own.confidence } : null,
      after: { answers: score.answers, confidence: score.confidence },
    }
  })
}

/** Hands the proposal back without a score. Takes a score back that was handed in before. Throws like `submitScore`. */
export function abstain(move: ReviewMove, reason: Abstention, person: JuryPerson): Promise<void> {
  return changeReview(move, person, () =>
    Promise.resolve({
      ...{ action: 'jury.abstain', after: { reason } },
      review: { kind: 'abstained', answers: {}, confidence: null, abstention: reason, note: '' },
    }),
  )
}

interface ReviewChange {
  readonly action: string
  readonly review: {
    readonly kind: 'scored' | 'abstained'
    readonly answers: Score['answers']
    readonly confidence: string | null
    readonly abstention: Abstention | null
    readonly note: string
  }
  readonly before?: unknown
  readonly after: object
}

/**
 * The one way in which a review changes: its hearing is held, so that no decision falls meanwhile, but not moved, so that members who
 * judge in the same moment do not stand in each other's way.
 */
function changeReview(
  { proposalId, round, edition }: ReviewMove,
  { signedIn, now, requestId }: JuryPerson,
  decide: (hand: {
    readonly tx: Tx
    readonly hearing: Hearing
    readonly own: Hearing['reviews'][number] | undefined
  }) => Promise<ReviewChange>,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const hearing = await holdHearing(tx, proposalId, signedIn)
    const own = hearing.reviews.find(({ reviewer }) => reviewer === signedIn.personId)
    requireUndecided(hearing)
    requireSeen(hearing.round === round && (own?.version ?? 0) === edition)
    const { action, review, before, after } = await decide({ tx, hearing, own })
    const key = { proposalId, round, reviewerId: signedIn.personId }
    const data = { ...review, answers: { ...review.answers }, submittedAt: new Date(now) }
    await tx.juryReview.upsert({
      where: { proposalId_round_reviewerId: key },
      create: { ...key, ...data },
      update: { ...data, version: edition + 1 },
    })
    const met = { kinds: ['review.wanted', 'review.further'], to: signedIn.personId } as const
    await settleNotices(tx, { ...met, subjectId: proposalId })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action, at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId: proposalId, before, after: { round, ...after } },
    })
  })
}

function requireSeen(isSeen: boolean): void {
  if (isSeen) return
  throw new AppError('conflict', {
    userMessage:
      'Your own score changed in another window, or the jury hears the proposal anew. Look at it again, then hand it in.',
    details: { reason: 'ownReviewChanged' },
  })
}

function requireUndecided({ phase }: Hearing): void {
  if (phase === 'blind' || phase === 'talking') return
  throw new AppError('conflict', {
    userMessage:
      'The jury has decided; scores stand as they are. Ask the writer to withdraw the letter first.',
    details: { reason: 'juryDecided' },
  })
}

async function askFurther(tx: Tx, { proposalId, reviews }: Hearing, person: JuryPerson): Promise<void> {
  const judged = new Set([person.signedIn.personId, ...reviews.map(({ reviewer }) => reviewer)])
  const facts = { title: await titleOf(tx, proposalId) }
  const left = (await listEligible(tx, proposalId)).filter((id) => !judged.has(id))
  // Asked more urgently, not twice.
  await settleNotices(tx, { kinds: ['review.wanted', 'review.further'], subjectId: proposalId })
  await notify(
    tx,
    left.map((to) => ({ to, kind: 'review.further', subjectId: proposalId, facts })),
    person.now,
  )
}
