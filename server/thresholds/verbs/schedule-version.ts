import { AppError } from '../../../domain/errors/app-error.ts'
import { changeVersion, requireStatus } from '../change-version.ts'
import { wakeProcesses } from '../live/wake-processes.ts'
import { type VersionChange } from '../version-change.ts'

/** How far ahead a version may be scheduled: what was tested is old by then. */
const furthestMs = 90 * 86_400_000

/**
 * Sets when an approved version becomes active; `at` in epoch milliseconds, null: as soon as every process is ready. Throws
 * `unprocessable` for an instant that has passed or is too far away.
 */
export async function scheduleVersion(version: number, at: number | null, change: VersionChange) {
  const { now } = change
  if (at !== null && (at < now - 60_000 || at > now + furthestMs)) {
    throw new AppError('unprocessable', {
      userMessage: 'Choose a time that has not passed and lies within the next 90 days.',
      problems: [{ path: 'at', code: 'outOfRange', message: 'The time has passed or is too far away.' }],
    })
  }
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, ['approved', 'scheduled'])
    if (current.announcedAt !== null) {
      throw new AppError('conflict', {
        userMessage: 'The switch to this version has begun already.',
        details: { reason: 'switchBegun', status: current.status, edition: current.edition },
      })
    }
    await wakeProcesses(query)
    const scheduledAt = new Date(Math.max(at ?? now, now))
    return {
      type: 'scheduled',
      set: { status: 'scheduled', scheduled_at: scheduledAt },
      facts: { at: scheduledAt.toISOString(), seal: current.seal },
    }
  })
}

/** Takes a schedule back; the approval stays. */
export async function unscheduleVersion(version: number, change: VersionChange) {
  return changeVersion(version, change, (current) => {
    requireStatus(current, ['scheduled'])
    return {
      type: 'unscheduled',
      set: { status: 'approved', scheduled_at: null, announced_at: null },
    }
  })
}
