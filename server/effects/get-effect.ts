import { type SignedIn } from '../../domain/access/actor.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { proposalSight } from '../../domain/proposals/proposal-sight.ts'
import { type ProposalStatus } from '../../domain/proposals/proposal-state.ts'
import { getPrisma } from '../db/prisma.ts'
import { listMergedInto } from '../proposals/proposals.ts'
import { measureEffect } from './measure-effect.ts'
import { findPlan } from './plan-row.ts'

/** From its acceptance on a proposal has an effect page. */
const afterAcceptance: readonly string[] = ['accepted', 'planned', 'inProgress', 'implemented', 'effectKnown']

/**
 * Everything about what became of an accepted proposal: owner, plan, status, and the effect as it is known now, with all earlier
 * readings. Throws `notFound` for proposals that were never accepted.
 */
export async function getEffect(
  proposalId: string,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
) {
  const prisma = getPrisma()
  const proposal = await prisma.proposal.findUnique({ where: { id: proposalId } })
  if (proposal === null || !afterAcceptance.includes(proposal.status))
    throw new AppError('notFound', { userMessage: 'There is no accepted proposal with this address.' })
  const plan = await findPlan(prisma, proposalId)
  const changedAt = proposal.implementedAt?.getTime() ?? null
  const [measured, readings, merged] = await Promise.all([
    plan === null || changedAt === null ? null : measureEffect(plan, changedAt, now),
    prisma.effectReading.findMany({ where: { proposalId }, orderBy: { asOf: 'desc' }, take: 60 }),
    listMergedInto(prisma, proposalId),
  ])
  const author = { authorId: proposal.authorId, anonymous: proposal.anonymous }
  const status = proposal.status as ProposalStatus
  const credited = [author, ...merged].filter(({ authorId, anonymous }) => {
    const about = { author: authorId, anonymous, status, isCovered: false }
    return proposalSight(about, signedIn.personId)?.names === true
  })
  const people = await prisma.person.findMany({
    where: { id: { in: [...credited.map(({ authorId }) => authorId), ...(plan ? [plan.ownerId] : [])] } },
    select: { id: true, name: true },
  })
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  const isDecider = isPermitted(signedIn.role, 'effects.decide')
  return {
    asOf: now,
    id: proposal.id,
    reference: proposal.reference,
    title: proposal.title ?? proposal.reference,
    status,
    version: proposal.version,
    decidedAt: proposal.decidedAt?.getTime() ?? null,
    changedAt,
    authors: credited.map(({ authorId }) => nameOf(authorId)),
    unnamedAuthors: 1 + merged.length - credited.length,
    plan: plan && { ...plan, owner: nameOf(plan.ownerId) },
    mayDecide: isDecider,
    mayWork: isDecider || (plan?.ownerId === signedIn.personId && isPermitted(signedIn.role, 'effects.work')),
    measured,
    readings: readings.map(({ asOf, state, isOver, shift, after }) => ({
      ...{ asOf: asOf.getTime(), state, isOver, shift, after },
    })),
  }
}

/** What a page shows of it. */
export type EffectDetail = Awaited<ReturnType<typeof getEffect>>
