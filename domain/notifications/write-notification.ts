import type { Language } from '../language/language.ts'
import { type NotificationKindKey, notificationKinds } from './notification-kinds.ts'

/** What a notification's sentence is made of. */
export interface NotificationFacts {
  /** The redacted title of what it is about. */
  readonly title: string
}

/** The sentence of a notification in a language. A title is data: braces in it are not filled in again. */
export function writeNotification(
  kind: NotificationKindKey,
  facts: NotificationFacts,
  language: Language,
): string {
  return notificationKinds[kind].sentence[language].replace('{title}', () => facts.title)
}
