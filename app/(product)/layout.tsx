import type { ReactNode } from 'react'
import { getCurrentOrganisation } from '@/app/access/current-organisation.ts'
import { requirePerson } from '@/app/access/require-permission.ts'
import { Shell } from '@/app/components/shell/shell.tsx'

/** Every page behind the sign-in stands in the shell. */
export default async function ProductLayout({ children }: { readonly children: ReactNode }) {
  const [person, organisation] = await Promise.all([requirePerson(), getCurrentOrganisation()])
  return (
    <Shell person={person} organisation={organisation}>
      {children}
    </Shell>
  )
}
