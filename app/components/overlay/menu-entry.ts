import type { ReactNode } from 'react'

/** A line of a menu. */
export type MenuEntry =
  | {
      readonly kind: 'action'
      readonly key: string
      readonly label: ReactNode
      readonly onChoose: () => void
      /** The menu stays open for what comes next. */
      readonly staysOpen?: boolean
    }
  | { readonly kind: 'link'; readonly key: string; readonly label: ReactNode; readonly href: string }
  /** Something that the browser downloads instead of a page. */
  | { readonly kind: 'file'; readonly key: string; readonly label: ReactNode; readonly href: string }
  /** One of several, of which one holds. */
  | {
      readonly kind: 'choices'
      readonly key: string
      readonly value: string
      readonly choices: readonly { readonly value: string; readonly label: string; readonly lang?: string }[]
      readonly onChoose: (value: string) => void
    }
  | { readonly kind: 'heading'; readonly key: string; readonly label: ReactNode }
  | { readonly kind: 'divider'; readonly key: string }
  | { readonly kind: 'content'; readonly key: string; readonly content: ReactNode }
