import { type SignedIn } from '../../domain/access/actor.ts'
import { jurySight } from '../../domain/jury/jury-phase.ts'
import { type Hearing, getHearing } from './hearing.ts'
import { hasConflict, type JuryReview } from '../../domain/jury/jury-review.ts'
import { readersOf } from '../../domain/jury/readers-of.ts'
import { summariseReviews } from '../../domain/jury/summarise-reviews.ts'
import { coarseFinding } from '../../domain/proposals/coarse-finding.ts'
import { isTwin } from '../../domain/proposals/evidence.ts'
import { type Finding, findingSchema } from '../../domain/proposals/finding.ts'
import { proposalEventPayloads } from '../../domain/proposals/proposal-event.ts'
import { weightedMean } from '../../domain/jury/weighted-mean.ts'
import { getPrisma } from '../db/prisma.ts'
import { listMergedInto } from '../proposals/proposals.ts'
import { listEligible } from './list-eligible.ts'

/** The five answers in the order of their questions; the title stands apart. */
const parts = ['essence', 'difficulty', 'solution', 'helped', 'proposal'] as const

/**
 * A proposal as a member of the jury sees it: the redacted text and what the evidence is called, never who wrote it, their desk, the
 * case behind it or an original. Scores of others and the letter only when the phase shows them to this member.
 */
export async function getJuryProposal(
  proposalId: string,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
) {
  const prisma = getPrisma()
  const hearing = await getHearing(prisma, proposalId, signedIn)
  const proposal = await prisma.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: {
      ...{ id: true, reference: true, title: true, language: true, status: true },
      ...{ answerDueAt: true, decidedBy: true, decisionReason: true, whatWouldChange: true },
      events: { where: { type: 'appeal.made' }, select: { payload: true } },
      fields: { select: { key: true, redacted: true } },
      evidence: {
        select: { id: true, kind: true, label: true, contentType: true, finding: true },
        orderBy: { addedAt: 'asc' },
      },
      _count: { select: { supporters: true } },
    },
  })
  const questions = await prisma.juryQuestion.findMany({
    where: { proposalId },
    orderBy: { askedAt: 'asc' },
  })
  const inside = await listMergedInto(prisma, proposalId)
  const merged = await prisma.proposal.findMany({
    where: { id: { in: inside.map(({ id }) => id) } },
    select: { id: true, title: true, reference: true },
    orderBy: { id: 'asc' },
  })
  const own = hearing.reviews.find(({ reviewer }) => reviewer === signedIn.personId) ?? null
  const eligible = await listEligible(prisma, proposalId)
  const readers = readersOf(eligible, hearing.reviews, hearing.writtenBy)
  const sight = jurySight(hearing.phase, {
    hasScored: own?.kind === 'scored',
    hasConflict: hasConflict(own) && !readers.includes(signedIn.personId),
  })
  const summary = summariseReviews(hearing.reviews)
  const judged = new Set(hearing.reviews.map(({ reviewer }) => reviewer))
  const names = await namesOf([...judged, hearing.writtenBy, hearing.readBy])
  return {
    asOf: now,
    id: proposal.id,
    reference: proposal.reference,
    title: proposal.title,
    language: proposal.language,
    appeal: proposal.status === 'appealed' ? describeAppeal(proposal) : null,
    decidedBefore: proposal.decidedBy === signedIn.personId,
    answerDueAt: proposal.answerDueAt?.getTime() ?? null,
    supporters: proposal._count.supporters,
    parts: parts.map((key) => ({
      key,
      text: proposal.fields.find((field) => field.key === key)?.redacted ?? '',
    })),
    evidence: proposal.evidence.map(({ id, kind, label, contentType, finding }) => ({
      ...{ id, kind, label, isTwin: kind === 'file' && isTwin(contentType) },
      finding: finding === null ? null : findingAs(hearing.phase, findingSchema.parse(finding)),
    })),
    questions: questions.map(({ id, question, answer, askedBy }) => ({
      ...{ id, question, answer, isMine: askedBy === signedIn.personId },
    })),
    merged: merged.map(({ id, title, reference }) => ({ id, title: title ?? reference })),
    phase: hearing.phase,
    round: hearing.round,
    version: hearing.version,
    own: own && describeOwn(own),
    /** Declared by the member: nothing but a score of their own takes it back. */
    hasConflict: hasConflict(own),
    /** The version of the own review; 0: there is none. */
    edition: own?.version ?? 0,
    scored: summary.scored,
    needed: summary.needed,
    everybodySpoke: eligible.every((id) => judged.has(id)),
    scores: sight.scores ? describeScores(hearing, summary, names) : null,
    letter: sight.letter ? describeLetter(hearing, signedIn, names) : null,
  }
}

/** The exact figures of the one case behind a finding would lead to it and to its author. */
function findingAs(phase: Hearing['phase'], finding: Finding): Finding {
  return phase === 'released' ? finding : coarseFinding(finding)
}

/** What is asked again, and what was answered: an appeal is judged against both. */
function describeAppeal({
  events,
  decisionReason,
  whatWouldChange,
}: {
  readonly events: readonly { readonly payload: unknown }[]
  readonly decisionReason: string | null
  readonly whatWouldChange: string | null
}) {
  const made = events.at(-1)
  const reason = made === undefined ? '' : proposalEventPayloads['appeal.made'].parse(made.payload).reason
  return { reason, answer: decisionReason ?? '', wouldChange: whatWouldChange }
}

function describeOwn(review: JuryReview & { readonly note: string }) {
  return review.kind === 'scored'
    ? { kind: review.kind, answers: review.answers, confidence: review.confidence, note: review.note }
    : { kind: review.kind, reason: review.reason }
}

function describeScores(
  hearing: Hearing,
  summary: ReturnType<typeof summariseReviews>,
  names: ReadonlyMap<string, string>,
) {
  return {
    ...{ score: summary.score, spread: summary.spread, isWide: summary.isWide, criteria: summary.criteria },
    reviews: hearing.reviews.map((review) => ({
      id: review.reviewer,
      name: names.get(review.reviewer) ?? '',
      note: review.note,
      ...(review.kind === 'scored'
        ? {
            ...{ kind: review.kind, answers: review.answers, confidence: review.confidence },
            score: weightedMean(review.answers),
          }
        : { kind: review.kind, reason: review.reason }),
    })),
  }
}

function describeLetter(hearing: Hearing, { personId }: SignedIn, names: ReadonlyMap<string, string>) {
  const { verdict, reason, wouldChange, writtenBy, readBy } = hearing
  if (verdict === null || reason === null || writtenBy === null) return null
  return {
    ...{ verdict, reason, wouldChange, isMine: writtenBy === personId, isRead: readBy !== null },
    writtenBy: names.get(writtenBy) ?? '',
    readBy: readBy === null ? null : (names.get(readBy) ?? ''),
  }
}

async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null)
  const people = await getPrisma().person.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** What a page shows of it. */
export type JuryProposal = Awaited<ReturnType<typeof getJuryProposal>>
