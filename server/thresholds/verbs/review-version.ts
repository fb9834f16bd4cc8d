import { randomUUID } from 'node:crypto'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Query } from '../../db/query.ts'
import { findBundle, isSealIntact } from '../bundle.ts'
import { changeVersion, requireStatus } from '../change-version.ts'
import { requireOtherPerson } from '../require-other-person.ts'
import { getActiveVersion, type StoredVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'

/** What a reviewer looked at: the seal that their page showed. */
export interface Reviewing {
  readonly seal: string
  readonly comment: string | null
}

/**
 * Approves exactly the sealed bundle. Throws `forbidden` for who wrote or edited the version, `conflict` when it is not in review any more or its
 * seal is another one than was seen, `unprocessable` when the seal does not fit its rules or another version became active since the test.
 */
export async function approveVersion(version: number, reviewing: Reviewing, change: VersionChange) {
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, ['inReview'])
    await requireOtherPerson(query, current, change)
    await requireSeal(query, current, reviewing.seal)
    await requireSameActive(query, current)
    await writeDecision(query, current, 'approved', reviewing, change)
    return {
      type: 'approved',
      set: { status: 'approved' },
      comment: reviewing.comment,
      facts: { seal: current.seal, edition: current.edition },
    }
  })
}

/** Sends a version back to its author, saying why. */
export async function requestChanges(version: number, reviewing: Reviewing, change: VersionChange) {
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, ['inReview'])
    await writeDecision(query, current, 'changesRequested', reviewing, change)
    return { type: 'changesRequested', set: { status: 'draft' }, comment: reviewing.comment }
  })
}

/** Ends a version that nobody will want. */
export async function rejectVersion(version: number, reviewing: Reviewing, change: VersionChange) {
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, ['inReview'])
    await writeDecision(query, current, 'rejected', reviewing, change)
    return { type: 'rejected', set: { status: 'rejected' }, comment: reviewing.comment }
  })
}

/** The second signature under an emergency that is live already; in time, and by another person. */
export async function countersignVersion(version: number, reviewing: Reviewing, change: VersionChange) {
  return changeVersion(version, change, async (current, query) => {
    if (current.status !== 'active' || current.kind !== 'emergency' || current.signBy === null) {
      throw new AppError('conflict', {
        userMessage: 'This version does not wait for a second signature.',
        details: { reason: 'notWaiting', status: current.status, edition: current.edition },
      })
    }
    await requireOtherPerson(query, current, change)
    await requireSeal(query, current, reviewing.seal)
    await writeDecision(query, current, 'countersigned', reviewing, change)
    return {
      type: 'countersigned',
      set: { sign_by: null },
      comment: reviewing.comment,
      facts: { seal: current.seal },
    }
  })
}

async function requireSeal(query: Query, current: StoredVersion, seen: string) {
  if (seen !== current.seal) {
    throw new AppError('conflict', {
      userMessage: 'The sealed bundle is another one than you saw. Look at it again before you sign.',
      details: { reason: 'otherSeal', status: current.status, edition: current.edition },
    })
  }
  if (isSealIntact(current, await findBundle(query, current.seal))) return
  throw new AppError('unprocessable', {
    userMessage: 'The seal does not fit these rules. Send the version back, so that it is tested again.',
    details: { reason: 'sealDoesNotFit' },
  })
}

/** What was tested says nothing once another version decides: it would be suspended instead of going live. */
async function requireSameActive(query: Query, { baseVersion }: StoredVersion) {
  const active = await getActiveVersion(query)
  if (active.version === baseVersion) return
  throw new AppError('unprocessable', {
    userMessage: `Version ${active.version} became active since this was tested. Ask for changes, so that it is put on top of that one and tested again.`,
    details: { reason: 'testedAgainstEarlier', active: active.version },
  })
}

async function writeDecision(
  query: Query,
  current: StoredVersion,
  decision: 'approved' | 'changesRequested' | 'rejected' | 'countersigned',
  { comment }: Reviewing,
  { actor, now }: VersionChange,
) {
  await query(
    `INSERT INTO review_decisions (id, version, edition, seal, decision, comment, decided_by, decided_by_name, at)
     VALUES ($1::uuid, $2::int, $3::int, decode($4, 'hex'), $5, $6, $7::uuid, $8, $9::timestamptz) RETURNING id`,
    [
      ...[randomUUID(), current.version, current.edition, current.seal, decision, comment],
      ...[actor.id, actor.name, new Date(now)],
    ],
  )
}
