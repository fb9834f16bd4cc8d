import type { IconName } from '@/app/components/line-icon.tsx'
import type { AlertOutcome } from '@/domain/alerts/alert-state.ts'

/** How an outcome looks everywhere, and the key that gives it. */
export interface OutcomeLook {
  readonly icon: IconName
  /** A token of the theme. */
  readonly colour: string
  readonly key: string
}

export const outcomeLooks = {
  intended: { icon: 'check', colour: 'var(--wa-intended)', key: '1' },
  mistake: { icon: 'warning', colour: 'var(--wa-mistake)', key: '2' },
  fraud: { icon: 'lock', colour: 'var(--wa-fraud)', key: '3' },
  unreachable: { icon: 'unreachable', colour: 'var(--wa-unreachable)', key: '4' },
} as const satisfies Record<AlertOutcome, OutcomeLook>
