'use client'

import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AlertWorkPanel } from '@/app/alerts-desk/alert-work-panel.tsx'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NotFound } from '@/app/components/states/not-found.tsx'
import { StartStory } from '@/app/proposals/start-story.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { BasketLines } from './basket-lines.tsx'
import { CustomerQuestion } from './customer-question.tsx'
import classes from './alert.module.css'
import { OtherAlerts } from './other-alerts.tsx'
import { Revisions } from './revisions.tsx'
import { RulesLookedAt } from './rules-looked-at.tsx'
import { UsualBehaviour } from './usual-behaviour.tsx'
import { WhyRaised } from './why-raised.tsx'

/** Everything about one alert, the most useful first. */
export function AlertPanel({ id }: { readonly id: string }) {
  const t = useTranslations('alerts.page')
  const trpc = useTRPC()
  const labelOf = useValueLabel()
  const found = useQuery(trpc.alertPage.get.queryOptions({ id }))
  return (
    <Answered
      query={found}
      height={480}
      notFound={
        <NotFound
          title={t('notFound')}
          text={t('notFoundText')}
          back={<Link href="/alerts">{t('back')}</Link>}
        />
      }
    >
      {(data) => (
        <>
          <PageHead
            title={t('title', { reference: data.alert.reference })}
            text={
              <>
                {data.alert.customerKnown ? t('customer', { ref: data.alert.customerRef }) : t('noCustomer')}{' '}
                · <Instant at={data.alert.raisedAt} zone={data.zone} />
              </>
            }
            actions={
              <Group gap="sm">
                <StartStory source={{ kind: 'alert', id: data.alert.id }} />
                <Link href="/alerts">{t('back')}</Link>
              </Group>
            }
          />
          <AlertWorkPanel alertId={data.alert.id} />
          <div className={classes.columns}>
            <div>
              <Panel title={t('why')}>
                <WhyRaised data={data} />
              </Panel>
              <Panel title={t('question')}>
                <CustomerQuestion data={data} />
              </Panel>
            </div>
            <div>
              <Panel title={t('facts')}>
                <AlertFacts data={data} labelOf={labelOf} />
              </Panel>
              <Panel title={t('usual')}>
                <UsualBehaviour data={data} />
              </Panel>
            </div>
          </div>
          {data.lines.length > 0 && (
            <Panel title={t('lines')}>
              <BasketLines
                data={data}
                asked={new Set(data.hits.filter(({ current }) => current).map(({ lineNo }) => lineNo))}
              />
            </Panel>
          )}
          <Panel title={t('rules')}>
            <RulesLookedAt data={data} />
          </Panel>
          {data.revisions.length > 1 && (
            <Panel title={t('revisions')}>
              <Revisions data={data} />
            </Panel>
          )}
          {data.alert.customerKnown && (
            <Panel title={t('others')}>
              <OtherAlerts data={data} labelOf={labelOf} />
            </Panel>
          )}
        </>
      )}
    </Answered>
  )
}
