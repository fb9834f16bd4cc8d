'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { CarePage } from '../care/care-page.tsx'
import classes from '../care/care.module.css'
import { CourseFigure } from '../care/course-figure.tsx'
import { countOf, p50Of, p90Of } from '../care/course-values.ts'
import { observations } from '../care/describe-figure.ts'
import { useCareNames } from '../care/use-care-names.ts'
import { ChargesPanel } from './charges-panel.tsx'
import { PingPongPanel } from './ping-pong-panel.tsx'
import { TransfersPanel } from './transfers-panel.tsx'

const tiles = [
  'began-to-be-served-rate',
  'handoff-rate',
  'accepted-in-target',
  'acceptance-time',
  'customer-gap',
  'warm-share',
  'repeat-yourself-rate',
  'brief-completeness',
  'bounce-back-rate',
  'ping-pong',
  'handoffs-per-case',
  'desk-ownership-time',
] as const

/** Handoffs: did customers begin to be served, how long did it take, and between which desks; every figure leads to its rows. */
export function ReviewHandoffs() {
  const t = useTranslations('review-handoffs')
  const language = useLanguage()
  const trpc = useTRPC()
  const state = useScope()
  const names = useCareNames('handoffs')
  const query = useQuery(trpc.care.handoffs.queryOptions({ scope: state.texts }))
  const { scope } = state
  const { deskName } = names
  return (
    <CarePage
      of="handoffs"
      exported="handoff-volume"
      {...{ state, names, query, tiles }}
      isEmpty={({ handoffs, metrics }) => handoffs === 0 && observations(metrics['handoff-rate'].total) === 0}
      note={({ notKnown }) =>
        notKnown > 0 && <p className={classes.note}>{t('notKnown', { count: notKnown })}</p>
      }
    >
      {(review) => (
        <>
          <CourseFigure
            id="acceptance"
            title={t('acceptance.title')}
            fileName="worth-asking-acceptance-time"
            metric="acceptance-time"
            unit="duration"
            {...{ review, scope }}
            lines={[
              { label: t('acceptance.p50'), answer: review.metrics['acceptance-time'], valueOf: p50Of },
              { label: t('acceptance.p90'), answer: review.metrics['acceptance-time'], valueOf: p90Of },
            ]}
          />
          <CourseFigure
            id="limbo"
            title={t('limbo.title')}
            fileName="worth-asking-time-in-limbo"
            metric="customer-gap"
            unit="duration"
            {...{ review, scope }}
            lines={[
              { label: t('limbo.p50'), answer: review.metrics['customer-gap'], valueOf: p50Of },
              { label: t('limbo.p90'), answer: review.metrics['customer-gap'], valueOf: p90Of },
            ]}
            note={t('limbo.note')}
          />
          <CourseFigure
            id="volume"
            title={t('volume.title')}
            fileName="worth-asking-handoffs"
            metric="handoff-volume"
            unit="count"
            {...{ review, scope }}
            lines={[
              {
                label: careMetrics['handoff-volume'].name[language],
                answer: review.metrics['handoff-volume'],
                valueOf: countOf,
              },
            ]}
          />
          <TransfersPanel transfers={review.transfers} handoffs={review.handoffs} {...{ scope, deskName }} />
          <PingPongPanel pairs={review.pingPongPairs} {...{ scope, deskName }} />
          <ChargesPanel metrics={review.metrics} scope={scope} />
        </>
      )}
    </CarePage>
  )
}
