import { redirect } from 'next/navigation'
import { requirePerson } from '@/app/access/require-permission.ts'
import { homePages } from '@/domain/access/home-page.ts'

/** Everybody begins where their role begins its day. */
export default async function HomePage() {
  const person = await requirePerson()
  redirect(homePages[person.role])
}
