'use client'

import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import classes from '@/app/jury/jury.module.css'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { EffectDetail } from '@/server/effects/get-effect.ts'
import { Confounders } from './confounders.tsx'
import { EffectFigure } from './effect-figure.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { PlanForm } from './plan-form.tsx'
import { Readings } from './readings.tsx'
import { Verdict } from './verdict.tsx'
import { WorkMoves } from './work-moves.tsx'

/** What became of an accepted proposal: who brings it about, what was expected, and what can honestly be said of its effect. */
export function EffectView({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('effects')
  const trpc = useTRPC()
  const query = useQuery(trpc.effects.get.queryOptions({ proposalId }))
  return (
    <Answered query={query} what={t('title')} height={480}>
      {(detail) => <Shown detail={detail} />}
    </Answered>
  )
}

function Shown({ detail }: { readonly detail: EffectDetail }) {
  const t = useTranslations('effects')
  const { plan, measured } = detail
  const planOpen = plan === null || plan.lockedAt === null
  const mayPlan = detail.status === 'accepted' && planOpen && detail.mayWork
  return (
    <>
      <PageHead
        title={detail.title}
        text={
          <>
            <Link href={`/proposals/${detail.id}`}>{detail.reference}</Link>
            {' · '}
            {[
              ...(detail.authors.length > 0 ? [t('by', { names: detail.authors.join(', ') })] : []),
              ...(detail.unnamedAuthors > 0 ? [t('unnamed', { count: detail.unnamedAuthors })] : []),
            ].join(' · ')}
          </>
        }
        actions={
          <Badge variant="light" tt="none">
            {t(`statuses.${detail.status}`)}
          </Badge>
        }
      />
      {plan !== null && measured !== null && (
        <>
          <Verdict plan={plan} measured={measured} />
          <EffectFigure detail={detail} plan={plan} measured={measured} />
        </>
      )}
      <div className={classes.columns}>
        <div>
          {mayPlan ? (
            <PlanForm key={plan?.version ?? 0} detail={detail} />
          ) : (
            <Panel title={t('plan.title')}>
              {plan === null ? <p className={classes.note}>{t('plan.none')}</p> : <PlanFacts plan={plan} />}
            </Panel>
          )}
        </div>
        <div>
          <Panel title={t('course')}>
            <FactList>
              <Fact name={t('accepted')}>
                {detail.decidedAt === null ? '—' : <Instant at={detail.decidedAt} style="date" />}
              </Fact>
              <Fact name={t('plan.locked')}>
                {plan?.lockedAt == null ? t('plan.open') : <Instant at={plan.lockedAt} style="date" />}
              </Fact>
              <Fact name={t('implemented')}>
                {detail.changedAt === null ? t('notYet') : <Instant at={detail.changedAt} style="date" />}
              </Fact>
            </FactList>
            <WorkMoves detail={detail} />
          </Panel>
          {measured !== null && <Confounders measured={measured} />}
          <Readings readings={detail.readings} />
        </div>
      </div>
    </>
  )
}
