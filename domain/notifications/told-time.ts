import { coarseTime } from '../proposals/coarse-time.ts'
import type { NotificationKind } from './notification-kind.ts'
import { type NotificationKindKey, notificationKinds } from './notification-kinds.ts'

/** When something happened, as its reader may know it. */
export interface ToldTime {
  /** Epoch ms; of what is told by the day its beginning. */
  readonly at: number
  readonly style: 'date' | 'dateTime'
}

/** The time that a notification of this kind, which came at `at` (epoch ms), tells its reader; days are those of `zone`. */
export function toldTime(kind: NotificationKindKey, at: number, zone: string): ToldTime {
  const { byDay }: NotificationKind = notificationKinds[kind]
  return byDay ? { at: coarseTime(at, zone), style: 'date' } : { at, style: 'dateTime' }
}
