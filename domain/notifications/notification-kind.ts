import type { Action } from '../access/permissions.ts'
import type { Localized } from '../language/language.ts'

/** Something that a person can be told of. Its sentence holds nothing that its reader may not see: titles are redacted ones. */
export interface NotificationKind {
  /** In Settings > Account. */
  readonly name: Localized
  /** `{title}` stands for the title of what it is about. */
  readonly sentence: Localized
  /** The page that it leads to. */
  readonly href: (subjectId: string) => string
  /** Only who may do this is ever told, and offered the choice; without it everybody. */
  readonly concerns?: Action
  /** Told by the day: its minute would tell whoever must not know the author when they worked. */
  readonly byDay?: true
}
