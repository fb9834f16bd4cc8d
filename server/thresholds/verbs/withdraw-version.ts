import { AppError } from '../../../domain/errors/app-error.ts'
import { changeVersion, requireStatus } from '../change-version.ts'
import { type VersionChange } from '../version-change.ts'

/** Takes a version out of its review, or off its way to become active, back to a draft. */
export async function withdrawVersion(version: number, change: VersionChange) {
  return changeVersion(version, change, (current) => {
    requireStatus(current, ['inReview', 'approved', 'scheduled', 'suspended'])
    if (current.activatedAt !== null) {
      throw new AppError('unprocessable', {
        userMessage:
          'This version has decided for customers already and never changes. Begin a draft from it.',
        details: { reason: 'decidedAlready' },
      })
    }
    return {
      type: 'withdrawn',
      set: { status: 'draft', scheduled_at: null, announced_at: null, suspended_reason: null },
    }
  })
}

/** Ends a version that never became active. It stays in the history. */
export async function discardVersion(version: number, change: VersionChange) {
  return changeVersion(version, change, (current) => {
    requireStatus(current, ['draft', 'suspended', 'approved'])
    return { type: 'discarded', set: { status: 'rejected', scheduled_at: null, announced_at: null } }
  })
}
