import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { findConflict } from '../../domain/jury/find-conflict.ts'
import { juryPhases } from '../../domain/jury/jury-phase.ts'
import { type JuryReview, abstentions, confidences, hasConflict } from '../../domain/jury/jury-review.ts'
import { type Answers } from '../../domain/jury/weighted-mean.ts'
import { juryVerdicts } from '../../domain/jury/jury-decision.ts'
import { type Tx } from '../db/prisma.ts'
import { loadTies } from './load-ties.ts'

const answersSchema = z.record(z.string(), z.number()).transform((answers) => answers as Answers)

const reviewRow = z
  .object({
    reviewerId: z.string(),
    kind: z.enum(['scored', 'abstained']),
    answers: answersSchema,
    confidence: z.enum(confidences).nullable(),
    abstention: z.enum(abstentions).nullable(),
    note: z.string(),
    submittedAt: z.date(),
    version: z.number().int(),
  })
  .transform(
    ({ reviewerId: reviewer, kind, answers, confidence, abstention, note, submittedAt, version }) => {
      const about = { reviewer, note, at: submittedAt.getTime(), version }
      const review: JuryReview & typeof about =
        kind === 'scored'
          ? { kind, ...about, answers, confidence: confidence ?? 'unsure' }
          : { kind, ...about, reason: abstention ?? 'noTime' }
      return review
    },
  )

const roundRow = z.object({
  proposalId: z.string(),
  round: z.number().int(),
  phase: z.enum(juryPhases),
  verdict: z.enum(juryVerdicts).nullable(),
  reason: z.string().nullable(),
  wouldChange: z.string().nullable(),
  writtenBy: z.string().nullable(),
  readBy: z.string().nullable(),
  version: z.number().int(),
  reviews: z.array(reviewRow),
})

/** A hearing with its reviews, as the database has it. */
export type Hearing = z.infer<typeof roundRow>

/** Reviews in an order that says nothing about who was first. */
const withReviews = { reviews: { orderBy: { reviewerId: 'asc' as const } } }

/** The latest hearing of a proposal; null when the jury has not met it yet. */
export async function findHearing(tx: Tx, proposalId: string): Promise<Hearing | null> {
  const row = await tx.juryRound.findFirst({
    where: { proposalId },
    orderBy: { round: 'desc' },
    include: withReviews,
  })
  return row && roundRow.parse(row)
}

/** All hearings that are under way. */
export async function listOpenHearings(tx: Tx): Promise<Hearing[]> {
  const rows = await tx.juryRound.findMany({ where: { releasedAt: null }, include: withReviews })
  return z.array(roundRow).parse(rows)
}

const nothingHere = () =>
  new AppError('notFound', { userMessage: 'The jury has no such proposal, or not for you.' })

/**
 * The latest hearing of a proposal, for somebody of the jury. Throws `notFound` when there is none, and just so for people with a
 * conflict of interest while it runs: to name the conflict would name the author.
 */
export async function getHearing(tx: Tx, proposalId: string, viewer: SignedIn): Promise<Hearing> {
  const hearing = await findHearing(tx, proposalId)
  if (hearing === null) throw nothingHere()
  if (hearing.phase === 'released') return hearing
  const ties = (await loadTies(tx, [proposalId])).get(proposalId)
  if (ties === undefined || findConflict(viewer.personId, ties) !== null) throw nothingHere()
  return hearing
}

/** Throws `conflict` for somebody who handed the running hearing back as too close to them. */
export function requirePart({ phase, reviews }: Hearing, { personId }: SignedIn): void {
  if (phase === 'released' || !hasConflict(reviews.find(({ reviewer }) => reviewer === personId))) return
  throw new AppError('conflict', {
    userMessage: 'You handed this proposal back as a conflict of interest. The others go on with it.',
    details: { reason: 'declaredConflict' },
  })
}

/** Holds a hearing until the transaction ends. Throws `notFound` like `getHearing`, `conflict` when the decision is out. */
export async function holdHearing(tx: Tx, proposalId: string, viewer: SignedIn): Promise<Hearing> {
  await tx.$queryRaw`SELECT 1 FROM jury_rounds WHERE proposal_id = ${proposalId}::uuid AND released_at IS NULL FOR UPDATE`
  const hearing = await getHearing(tx, proposalId, viewer)
  if (hearing.phase === 'released') {
    throw new AppError('conflict', {
      userMessage: 'This decision is out; it cannot be changed any more.',
      details: { reason: 'decisionOut' },
    })
  }
  return hearing
}

/** The same, for a move of the hearing itself. Throws `conflict` besides when it changed since it was seen. */
export async function lockHearing(
  tx: Tx,
  { proposalId, version }: { readonly proposalId: string; readonly version: number },
  viewer: SignedIn,
): Promise<Hearing> {
  const hearing = await holdHearing(tx, proposalId, viewer)
  if (hearing.version !== version) {
    throw new AppError('conflict', {
      userMessage: 'Somebody of the jury was faster. Look at what changed, then go on.',
      details: { reason: 'juryMovedOn', version: hearing.version },
    })
  }
  return hearing
}
