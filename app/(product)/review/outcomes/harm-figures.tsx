'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FigureProps } from '@/app/(product)/review/alerts/figure-props.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { prepareHarm } from './prepare-harm.ts'
import { moneySeries } from './write-figure.ts'

/** What asking saved and what was lost all the same, over time: one figure for each currency. */
export function HarmFigures({ scope, texts }: FigureProps) {
  const t = useTranslations('review-outcomes.harm')
  const language = useLanguage()
  const trpc = useTRPC()
  const averted = useQuery(trpc.analytics.metric.queryOptions({ key: 'harm-averted', scope: texts }))
  const lost = useQuery(trpc.analytics.metric.queryOptions({ key: 'harm-lost', scope: texts }))
  return (
    <Answered query={averted} what={t('title')} height={240}>
      {(saved) => (
        <Answered query={lost} what={t('title')} height={240}>
          {(gone) => {
            const currencies = new Set([saved, gone].flatMap(moneySeries).map(({ by }) => by.value))
            return [...currencies].map((currency) => (
              <Figure
                key={currency}
                id={`harm-${currency}`}
                title={t('titleOf', { currency })}
                fileName={`worth-asking-harm-${currency}`}
                figure={prepareHarm([saved, gone], { scope, currency, language, rowHeading: t('time') })}
              />
            ))
          }}
        </Answered>
      )}
    </Answered>
  )
}
