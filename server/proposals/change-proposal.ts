import { type Actor } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { applyProposalEvent } from '../../domain/proposals/apply-proposal-event.ts'
import { type ProposalEvent } from '../../domain/proposals/proposal-event.ts'
import { type ProposalState } from '../../domain/proposals/proposal-state.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { notifyProposalEvents } from '../notifications/notifications.ts'
import { announceProposalEvents } from './announce-proposal-events.ts'
import { loadProposalEvents, proposalStateOf } from './load-proposal-state.ts'
import { proposalColumns } from './proposal-columns.ts'
import { listMergedInto } from './queries/merged-into.ts'
import { requireTellable } from '../../domain/proposals/require-tellable.ts'

/** Who changes a proposal, when, and what they had seen of it. */
export interface ProposalChange {
  readonly actor: Actor
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId?: string
  /** The version that the person saw; null for callers that saw none (timers). */
  readonly expectedVersion: number | null
}

/** What a move is decided on, inside the transaction that holds the proposal. */
export interface ProposalAtHand {
  readonly tx: Tx
  readonly row: {
    readonly id: string
    readonly reference: string
    readonly version: number
    readonly authorId: string
    readonly deskKey: string
    readonly language: string
    readonly createdAt: Date
  }
  readonly state: ProposalState
}

/**
 * The one way in which a proposal moves: locks it, decides the new events on its present state, writes the timeline, what
 * follows from it and the audit, in one transaction. An empty list changes nothing.
 * Throws `notFound` for an unknown proposal, `conflict` with the current version when it changed since the person saw it, and
 * what the state machine refuses.
 */
export async function changeProposal(
  proposalId: string,
  change: ProposalChange,
  decide: (hand: ProposalAtHand) => Promise<readonly ProposalEvent[]> | readonly ProposalEvent[],
): Promise<ProposalState> {
  return getPrisma().$transaction((tx) => changeProposalIn(tx, proposalId, change, decide))
}

/** `changeProposal` inside the caller's transaction, for moves of several proposals that stand or fall together. */
export async function changeProposalIn(
  tx: Tx,
  proposalId: string,
  change: ProposalChange,
  decide: (hand: ProposalAtHand) => Promise<readonly ProposalEvent[]> | readonly ProposalEvent[],
): Promise<ProposalState> {
  const row = await lockProposal(tx, proposalId, change.expectedVersion)
  const timeline = await loadProposalEvents(tx, proposalId)
  const before = proposalStateOf(row, timeline)
  const added = await decide({ tx, row, state: before })
  if (added.length === 0) return before
  added.forEach(requireTellable)
  const state = added.reduce(applyProposalEvent, before)
  await tx.proposalEventRow.createMany({
    data: added.map(({ type, at, by, payload }, i) => ({
      ...{ proposalId, seq: timeline.length + i + 1, type, by, payload },
      ...{ at: new Date(at), recordedAt: new Date(change.now) },
    })),
  })
  await tx.proposal.update({
    where: { id: proposalId },
    data: { ...proposalColumns(state), updatedAt: new Date(change.now), version: row.version + 1 },
  })
  await announceProposalEvents(tx, row, added)
  await notifyProposalEvents(tx, row, added, {
    answerer: state.owed?.answerer ?? null,
    mergedAuthors: (await listMergedInto(tx, proposalId)).map(({ authorId }) => authorId),
    now: change.now,
  })
  await appendAudit(tx, {
    ...{ actor: change.actor, at: change.now, requestId: change.requestId },
    ...{ action: added.map(({ type }) => type).join(' '), subjectKind: 'proposal', subjectId: proposalId },
    before: { status: before.status, version: row.version },
    after: { status: state.status, version: row.version + 1 },
  })
  return state
}

/** Holds the proposal until the transaction ends. Throws `notFound`, and `conflict` when it is not at `expectedVersion`. */
export async function lockProposal(
  tx: Tx,
  proposalId: string,
  expectedVersion: number | null,
): Promise<ProposalAtHand['row']> {
  const [row] = await tx.$queryRaw<ProposalAtHand['row'][]>`
    SELECT id::text, reference, version, author_id::text AS "authorId", desk_key AS "deskKey", language, created_at AS "createdAt"
      FROM proposals WHERE id = ${proposalId}::uuid FOR UPDATE`
  if (!row) throw new AppError('notFound', { userMessage: 'There is no such proposal, or not for you.' })
  if (expectedVersion !== null && expectedVersion !== row.version) {
    throw new AppError('conflict', {
      userMessage: 'Somebody changed this proposal meanwhile. Look at what happened, then decide again.',
      details: { reason: 'changedMeanwhile', version: row.version },
    })
  }
  return row
}
