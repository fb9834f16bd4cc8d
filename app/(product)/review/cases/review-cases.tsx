'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Figure } from '@/app/components/figure/figure.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { CareFigure } from '@/domain/metrics/care/care-answer.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { CarePage } from '../care/care-page.tsx'
import classes from '../care/care.module.css'
import { CourseFigure } from '../care/course-figure.tsx'
import { longestOf, p50Of, p90Of, rateOf } from '../care/course-values.ts'
import { useCareNames } from '../care/use-care-names.ts'
import { AgeingPanel } from './ageing-panel.tsx'
import { LiveTiles } from './live-tiles.tsx'
import { prepareFlow, prepareResolutionCurve } from './prepare-cases.ts'

const tiles = [
  'cases-opened',
  'cases-resolved',
  'time-to-first-resolution',
  'time-to-final-resolution',
  'first-answer-time',
  'customer-wait',
  'effort-index',
  'resolved-in-target',
  'reopen-rate',
  'one-contact-resolution',
  'first-desk-resolution',
  'resolved-in-own-authority',
  'time-to-containment',
  'promise-kept-rate',
] as const

/** Cases: what came, what was done and what is still open, how fast, and what came back; figures lead to their rows. */
export function ReviewCases() {
  const t = useTranslations('review-cases')
  const language = useLanguage()
  const trpc = useTRPC()
  const state = useScope()
  const names = useCareNames('cases')
  const query = useQuery(trpc.care.cases.queryOptions({ scope: state.texts }))
  const { scope } = state
  return (
    <CarePage
      of="cases"
      exported="time-to-first-resolution"
      {...{ state, names, query, tiles }}
      isEmpty={({ resolutionCurve, backlog, openBefore }) =>
        resolutionCurve.n === 0 && backlog.cases === 0 && openBefore === 0
      }
      moreTiles={(review) => <LiveTiles review={review} scope={scope} />}
    >
      {(review) => (
        <>
          <Figure
            id="flow"
            title={t('flow.title')}
            fileName="worth-asking-cases"
            metric="cases-opened"
            figure={prepareFlow(review.flow, {
              ...{ scope, language, bucket: review.bucket, zone: review.zone },
              words: t,
            })}
            note={<p className={classes.note}>{t('flow.note', { before: review.openBefore })}</p>}
          />
          <AgeingPanel backlog={review.backlog} zone={review.zone} scope={scope} />
          <Figure
            id="curve"
            title={t('curve.title')}
            fileName="worth-asking-resolution-curve"
            metric="time-to-first-resolution"
            figure={prepareResolutionCurve(review.resolutionCurve.points, {
              ...{ language, words: t },
              ...quantilesOf(review.metrics['time-to-first-resolution'].total),
            })}
            note={<p className={classes.note}>{t('curve.note', { n: review.resolutionCurve.n })}</p>}
          />
          <CourseFigure
            id="containment"
            title={t('containment.title')}
            fileName="worth-asking-containment"
            metric="time-to-containment"
            unit="duration"
            {...{ review, scope }}
            lines={[
              { label: t('containment.p50'), valueOf: p50Of },
              { label: t('containment.p90'), valueOf: p90Of },
              { label: t('containment.longest'), valueOf: longestOf },
            ].map((line) => ({ ...line, answer: review.metrics['time-to-containment'] }))}
            note={t('containment.desks', review.desksBeforeContainment)}
          />
          <CourseFigure
            id="reopened"
            title={t('reopened.title')}
            fileName="worth-asking-reopened"
            metric="reopen-rate"
            unit="share"
            {...{ review, scope }}
            lines={[
              {
                label: careMetrics['reopen-rate'].name[language],
                answer: review.metrics['reopen-rate'],
                valueOf: rateOf,
              },
            ]}
          />
          <CourseFigure
            id="first-contact"
            title={t('firstContact.title')}
            fileName="worth-asking-first-contact"
            metric="one-contact-resolution"
            unit="share"
            {...{ review, scope }}
            lines={(['one-contact-resolution', 'first-desk-resolution'] as const).map((key) => ({
              label: careMetrics[key].name[language],
              answer: review.metrics[key],
              valueOf: rateOf,
            }))}
            note={t('firstContact.note')}
          />
        </>
      )}
    </CarePage>
  )
}

function quantilesOf(figure: CareFigure) {
  const none = { value: null, low: null, high: null, longest: null }
  if (figure.kind !== 'duration') return { half: none, ninety: none }
  return { half: figure.durations.p50, ninety: figure.durations.p90 }
}
