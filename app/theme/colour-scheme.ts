import type { SignedIn } from '@/domain/access/actor.ts'

export const colourSchemes = ['light', 'dark', 'auto'] as const

export type ColourScheme = (typeof colourSchemes)[number]

/** Where the choice is kept before somebody signs in. */
export const colourSchemeCookie = 'wa-colours'

/** The person's colours, else those chosen on this computer, else the system's. */
export function chooseColourScheme(person: SignedIn | null, cookie: string | undefined): ColourScheme {
  return person?.colourScheme ?? colourSchemes.find((scheme) => scheme === cookie) ?? 'auto'
}
