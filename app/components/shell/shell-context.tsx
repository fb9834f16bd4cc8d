'use client'

import { createContext, useContext } from 'react'
import type { SignedIn } from '@/domain/access/actor.ts'
import { type Action, isPermitted } from '@/domain/access/permissions.ts'

interface ShellValue {
  readonly person: SignedIn
  readonly organisation: { readonly name: string; readonly zone: string; readonly demo: boolean }
}

/** The person and the organisation of the page, for `useShell`. */
export const ShellContext = createContext<ShellValue | null>(null)

/** Who is signed in and for whom they work. Throws outside of the product's pages. */
export function useShell(): ShellValue {
  const value = useContext(ShellContext)
  if (value === null)
    throw new Error('useShell needs the shell around it: the page is outside app/(product).')
  return value
}

/** Whether the signed-in person may do something; the server asks again by the same word. */
export function useMay(action: Action): boolean {
  return isPermitted(useShell().person.role, action)
}
