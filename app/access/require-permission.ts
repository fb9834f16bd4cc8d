import { forbidden, redirect } from 'next/navigation'
import type { SignedIn } from '@/domain/access/actor.ts'
import { type Action, isPermitted } from '@/domain/access/permissions.ts'
import { findCurrentPerson } from './current-person.ts'

/** The signed-in person; sends everybody else to the sign-in page. */
export async function requirePerson(): Promise<SignedIn> {
  return (await findCurrentPerson()) ?? redirect('/sign-in')
}

/**
 * For the top of a page: the person when their role may do the action. Nobody signed in goes to the sign-in page, anybody
 * else meets the 403 page. The data behind the page is guarded again by its procedures.
 */
export async function requirePermission(action: Action): Promise<SignedIn> {
  const person = await requirePerson()
  if (!isPermitted(person.role, action)) forbidden()
  return person
}
