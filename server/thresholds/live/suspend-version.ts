import { type SuspensionReason } from '../../../domain/thresholds/suspension.ts'
import { type VersionMove } from '../change-version.ts'

/** The move that stops a version on its way, with why. */
export function suspensionOf(
  reason: SuspensionReason,
  facts: Readonly<Record<string, unknown>> = {},
): VersionMove {
  return {
    type: 'suspended',
    set: {
      ...{ status: 'suspended', suspended_reason: reason, scheduled_at: null, announced_at: null },
      ramp_ppm: 0,
    },
    facts: { reason, ...facts },
  }
}
