'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import { AffectedPurchases } from './affected-purchases.tsx'
import { useRuleNames } from './use-rule-names.ts'

/** One rule that asked more than its cap: when it was stopped and let ask again, and every purchase that this was about. */
export function IncidentView({ incidentId }: { readonly incidentId: string }) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const nameOf = useRuleNames()
  const query = useQuery({
    ...trpc.thresholds.incident.queryOptions({ incidentId }),
    refetchInterval: 15_000,
  })
  return (
    <Answered query={query} what={t('incident.title')} height={320}>
      {(incident) => (
        <>
          <PageHead title={t('incident.of', { rule: nameOf(incident.rule) })} text={t('limitsLead')} />
          <FactList>
            <Fact name={t('incident.stopped')}>
              <Instant at={incident.trippedAt} style="dateTime" />
            </Fact>
            <Fact name={t('incident.asked')}>
              {t('incident.counts', {
                alerts: incident.alerts,
                customers: incident.customers,
                cap: formatNumber(incident.cap, language),
              })}
            </Fact>
            <Fact name={t('incident.decidedBy')}>
              <Link href={`/thresholds/${incident.version}`}>
                {t('version', { version: incident.version })}
              </Link>
            </Fact>
            <Fact name={t('incident.rearmed')}>
              {incident.rearmedAt === null ? (
                t('incident.stillWatches')
              ) : (
                <>
                  <Instant at={incident.rearmedAt} style="dateTime" /> · {incident.rearmedByName} ·{' '}
                  {incident.comment}
                </>
              )}
            </Fact>
          </FactList>
          <AffectedPurchases incidentId={incidentId} side="asked" />
          <AffectedPurchases incidentId={incidentId} side="heldBack" />
        </>
      )}
    </Answered>
  )
}
