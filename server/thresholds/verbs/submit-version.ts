import { AppError } from '../../../domain/errors/app-error.ts'
import { checkRuleOrder } from '../../../domain/thresholds/check-rule-order.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { onPool } from '../../db/query.ts'
import { sealBundle, type TestedResult } from '../bundle.ts'
import { changedMeanwhile, changeVersion, requireStatus } from '../change-version.ts'
import { getActiveVersion, getVersion, type StoredVersion } from '../stored-version.ts'
import { requirePurchases, testVersion } from '../test-version.ts'
import { type VersionChange } from '../version-change.ts'

export interface TestWindow {
  /** Epoch milliseconds, half-open. */
  readonly from: number
  readonly to: number
}

/**
 * Tests a draft on a window of the past, seals rules and result together and asks for a review. Throws `unprocessable` when the draft
 * changes nothing, its thresholds are out of order, the window holds no purchase or the active version moved on since it was begun (rebase it
 * first).
 */
export async function submitVersion(version: number, window: TestWindow, change: VersionChange) {
  const seen = await getVersion(onPool, version)
  if (seen.edition !== change.expectedEdition) throw changedMeanwhile(seen)
  requireStatus(seen, ['draft'])
  const active = await getActiveVersion(onPool)
  requireReady(seen, active)
  // Outside the lock: a long window takes its time. The edition is checked again under it.
  const tested = await testVersion(seen.rules, active.rules, window)
  await requirePurchases(tested)
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, ['draft'])
    const nowActive = await getActiveVersion(query)
    requireReady(current, nowActive)
    return sealed(current, tested, { against: nowActive.version, query, change })
  })
}

/** The move into review of a tested version; also what a rollback begins with. */
export async function sealed(
  current: StoredVersion,
  tested: TestedResult,
  by: {
    readonly against: number
    readonly query: Parameters<typeof sealBundle>[0]
    readonly change: Pick<VersionChange, 'actor' | 'now'>
  },
) {
  const { actor, now } = by.change
  const personId = actor.kind === 'person' ? actor.id : null
  const seal = await sealBundle(by.query, current, tested, { against: by.against, personId, now })
  return {
    type: 'submitted',
    set: { status: 'inReview', seal },
    facts: { seal, window: tested.window, against: by.against, edition: current.edition },
  } as const
}

function requireReady(current: StoredVersion, active: StoredVersion): void {
  if (current.activatedAt !== null) {
    throw new AppError('unprocessable', {
      userMessage: 'This version has decided for customers already and never changes. Begin a draft from it.',
      details: { reason: 'decidedAlready' },
    })
  }
  if (current.baseVersion !== active.version) {
    throw new AppError('unprocessable', {
      userMessage: `Version ${active.version} became active since this draft was begun. Rebase the draft, then send it.`,
      details: { reason: 'rebaseFirst', active: active.version },
    })
  }
  if (diffRuleSets(active.rules, current.rules).length === 0) {
    throw new AppError('unprocessable', {
      userMessage: 'This draft says the same as the active version; there is nothing to review.',
      details: { reason: 'saysTheSame' },
    })
  }
  const problems = checkRuleOrder(current.rules)
  if (problems.length > 0) {
    throw new AppError('unprocessable', { userMessage: problems[0]!.message, problems })
  }
}
