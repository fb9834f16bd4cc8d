import type { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import type { Abstention, scoreSchema } from '../../domain/jury/jury-review.ts'
import { summariseReviews } from '../../domain/jury/summarise-reviews.ts'
import { type Tx } from '../db/prisma.ts'
import { notify } from '../notifications/notifications.ts'
import { changeHearing, type HearingMove, type JuryPerson } from './change-hearing.ts'
import { type Hearing } from './hearing.ts'
import { listEligible } from './list-eligible.ts'
import { titleOf } from './title-of.ts'
import { redactAbout } from '../proposals/proposals.ts'

type Score = z.infer<typeof scoreSchema>

/**
 * Hands in the person's own score, or changes it while the jury has not decided. When the scores are wide apart those who have not
 * judged yet are asked to. Throws `conflict` once there is a decision.
 */
export function submitScore(move: HearingMove, score: Score, person: JuryPerson): Promise<void> {
  return changeHearing(move, person, async ({ tx, hearing }) => {
    requireUndecided(hearing)
    const own = hearing.reviews.find(({ reviewer }) => reviewer === person.signedIn.personId)
    await saveReview(tx, hearing, person, {
      ...{ kind: 'scored', answers: score.answers, confidence: score.confidence, abstention: null },
      note: await redactAbout(tx, hearing.proposalId, score.note, person.signedIn),
    })
    const others = hearing.reviews.filter((review) => review !== own)
    const reviewer = person.signedIn.personId
    const wasWide = summariseReviews(hearing.reviews).isWide
    const now = summariseReviews([...others, { kind: 'scored', reviewer, ...score }])
    if (now.isWide && !wasWide) await askFurther(tx, hearing, person)
    return {
      ...{ action: 'jury.score', data: {} },
      before: own?.kind === 'scored' ? { answers: own.answers, confidence: own.confidence } : null,
      after: { answers: score.answers, confidence: score.confidence },
    }
  })
}

/** Hands the proposal back without a score. Takes a score back that was handed in before. */
export function abstain(move: HearingMove, reason: Abstention, person: JuryPerson): Promise<void> {
  return changeHearing(move, person, async ({ tx, hearing }) => {
    requireUndecided(hearing)
    await saveReview(tx, hearing, person, {
      ...{ kind: 'abstained', answers: {}, confidence: null, abstention: reason, note: '' },
    })
    return { action: 'jury.abstain', data: {}, after: { reason } }
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

async function saveReview(
  tx: Tx,
  { proposalId, round }: Hearing,
  { signedIn, now }: JuryPerson,
  review: {
    readonly kind: 'scored' | 'abstained'
    readonly answers: Score['answers']
    readonly confidence: string | null
    readonly abstention: Abstention | null
    readonly note: string
  },
): Promise<void> {
  const key = { proposalId, round, reviewerId: signedIn.personId }
  const data = { ...review, answers: { ...review.answers }, submittedAt: new Date(now) }
  await tx.juryReview.upsert({
    where: { proposalId_round_reviewerId: key },
    create: { ...key, ...data },
    update: { ...data, version: { increment: 1 } },
  })
}

async function askFurther(tx: Tx, { proposalId, reviews }: Hearing, person: JuryPerson): Promise<void> {
  const judged = new Set([person.signedIn.personId, ...reviews.map(({ reviewer }) => reviewer)])
  const facts = { title: await titleOf(tx, proposalId) }
  const left = (await listEligible(tx, proposalId)).filter((id) => !judged.has(id))
  await notify(
    tx,
    left.map((to) => ({ to, kind: 'review.further', subjectId: proposalId, facts })),
    person.now,
  )
}
