'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import type { EndpointRow } from './webhook-rows.ts'

/** Whether messages go there, and if not, why and since when. */
export function EndpointStatus({ endpoint }: { readonly endpoint: EndpointRow }) {
  const t = useTranslations('webhooks')
  const { active, offReason, offAt, failingSince } = endpoint
  if (!active) {
    const when = () => (offAt === null ? null : <Instant at={offAt.getTime()} style="dateTime" />)
    return <strong>{t.rich(`off.${offReason ?? 'person'}`, { when })}</strong>
  }
  if (failingSince === null) return t('on')
  return t.rich('failingSince', { when: () => <Instant at={failingSince.getTime()} style="dateTime" /> })
}
