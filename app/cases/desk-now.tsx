'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import type { Language } from '@/domain/language/language.ts'
import type { RootRouter } from '@/server/trpc/root-router.ts'
import classes from './cases.module.css'

/** What a desk is like right now, as a sender needs to know it before a customer goes there. */
export function DeskNow({
  desk,
  customerLanguage,
}: {
  readonly desk: inferRouterOutputs<RootRouter>['cases']['desks'][number]
  readonly customerLanguage: Language | undefined
}) {
  const t = useTranslations('cases')
  return (
    <FactList>
      <Fact name={t('handOver.state')}>
        {desk.open ? t('handOver.open') : t('handOver.closed')}
        {!desk.open && desk.opensAt !== null && (
          <>
            {' · '}
            {t.rich('handOver.opensAt', { time: () => <Instant at={desk.opensAt} /> })}
          </>
        )}
      </Fact>
      <Fact name={t('handOver.people')}>{t('handOver.available', { count: desk.available })}</Fact>
      <Fact name={t('handOver.waiting')}>{desk.waiting}</Fact>
      <Fact name={t('handOver.usual')}>
        <Duration ms={desk.usualAcceptanceMs} />{' '}
        <span className={classes.dimmed}>
          {t(desk.usualAcceptanceMs === null ? 'handOver.tooFew' : 'handOver.today')}
        </span>
      </Fact>
      <Fact name={t('handOver.speaks')}>
        {desk.languages.length === 0 ? '—' : desk.languages.map((one) => t(`languages.${one}`)).join(', ')}
        {customerLanguage !== undefined &&
          desk.languages.length > 0 &&
          !desk.languages.includes(customerLanguage) && (
            <div>{t('handOver.noLanguage', { language: t(`languages.${customerLanguage}`) })}</div>
          )}
      </Fact>
      <Fact name={t('handOver.acceptWithin')}>
        <Duration ms={desk.acceptMinutes * 60_000} />
      </Fact>
    </FactList>
  )
}
