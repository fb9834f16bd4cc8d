import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findCurrentPerson } from '@/app/access/current-person.ts'
import { demoAccounts } from '@/domain/access/demo-accounts.ts'
import { chooseLandingPage } from '@/domain/access/home-page.ts'
import { readEnvironment } from '@/server/environment.ts'
import { SignInForm } from './sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.signIn')
  return { title: t('title') }
}

interface Props {
  readonly searchParams: Promise<{ readonly callbackUrl?: string | string[] }>
}

/** The way in. Whoever is signed in already goes on to the page they asked for, or to their role's first one. */
export default async function SignInPage({ searchParams }: Props) {
  const [person, { callbackUrl }] = await Promise.all([findCurrentPerson(), searchParams])
  const asked = typeof callbackUrl === 'string' ? callbackUrl : null
  if (person) redirect(chooseLandingPage(asked, person.role))
  return <SignInForm demoAccounts={readEnvironment().demo ? demoAccounts : []} />
}
