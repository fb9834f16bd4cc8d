import type { Language } from '../language/language.ts'
import type { Role } from './roles.ts'

/** A signed-in person, as read from the database for this very request. */
export interface SignedIn {
  readonly personId: string
  readonly sessionId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly language: Language
  readonly colourScheme: 'light' | 'dark' | 'auto'
  readonly shortcuts: boolean
}

/** Who does something: what the audit names. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly role: Role }
  | { readonly kind: 'apiKey'; readonly id: string; readonly name: string }
  | { readonly kind: 'system'; readonly id: null; readonly name: string }
