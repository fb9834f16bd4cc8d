'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AskingPolicyForm } from './asking-policy-form.tsx'

/** How the organisation asks, to read or to change. */
export function AskingPolicyPanel() {
  const t = useTranslations('alert-desk')
  const trpc = useTRPC()
  const policy = useQuery(trpc.alertDesk.policy.queryOptions())
  return (
    <>
      <p>
        <Link href="/held-back">{t('heldBack.title')}</Link>
      </p>
      <Answered query={policy} what={t('policy.title')} height={480}>
        {({ version, ...stored }) => <AskingPolicyForm key={version} stored={stored} version={version} />}
      </Answered>
    </>
  )
}
