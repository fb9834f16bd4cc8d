import { isPermitted } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'
import { alarmKinds } from './kinds/alarms.ts'
import { caseKinds } from './kinds/cases.ts'
import { effectKinds } from './kinds/effects.ts'
import { judgedProposalKinds } from './kinds/judged-proposals.ts'
import { ownProposalKinds } from './kinds/own-proposals.ts'
import { reportKinds } from './kinds/reports.ts'
import { ruleKinds } from './kinds/rules.ts'
import type { NotificationKind } from './notification-kind.ts'

/** Everything that a person can be told of, one line an area. A new kind is an entry of its area. */
export const notificationKinds = {
  ...ownProposalKinds,
  ...judgedProposalKinds,
  ...effectKinds,
  ...caseKinds,
  ...alarmKinds,
  ...reportKinds,
  ...ruleKinds,
} as const satisfies Record<string, NotificationKind>

export type NotificationKindKey = keyof typeof notificationKinds

export const notificationKindKeys = Object.keys(notificationKinds) as readonly NotificationKindKey[]

/** What a person of this role may be told of. */
export function notificationKindsOf(role: Role): NotificationKindKey[] {
  return notificationKindKeys.filter((key) => {
    const { concerns }: NotificationKind = notificationKinds[key]
    return concerns === undefined || isPermitted(role, concerns)
  })
}

/** Whether a word names a kind of notification. */
export function isNotificationKind(text: string): text is NotificationKindKey {
  return Object.hasOwn(notificationKinds, text)
}
