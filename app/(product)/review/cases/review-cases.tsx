'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Figure } from '@/app/components/figure/figure.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { Tile } from '@/app/components/tile/tile.tsx'
import { TileRow } from '@/app/components/tile/tile-row.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { CareFigure } from '@/domain/metrics/care/care-answer.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { CareEmpty } from '../care/care-empty.tsx'
import { CareExportMenu } from '../care/care-export-menu.tsx'
import { careRowsHref } from '../care/care-rows-href.ts'
import { CareTile } from '../care/care-tile.tsx'
import classes from '../care/care.module.css'
import { describeBasis, describeFigure } from '../care/describe-figure.ts'
import { prepareCourse } from '../care/prepare-course.ts'
import { useCareNames } from '../care/use-care-names.ts'
import { AgeingPanel } from './ageing-panel.tsx'
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
  const words = useTranslations('review-handoffs.figure')
  const language = useLanguage()
  const trpc = useTRPC()
  const state = useScope()
  const { labelOf, choices } = useCareNames('cases')
  const answer = useQuery(trpc.care.cases.queryOptions({ scope: state.texts }))
  const { scope } = state
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={<CareExportMenu metric="time-to-first-resolution" scope={scope} />}
      />
      <ScopeBar state={state} choices={choices} labelOf={labelOf} />
      <Answered query={answer} what={t('title')} height={480}>
        {(review) =>
          review.resolutionCurve.n === 0 && review.backlog.cases === 0 && review.openBefore === 0 ? (
            <CareEmpty state={state} path="/review/cases" />
          ) : (
            <>
              <TileRow>
                {tiles.map((key) => (
                  <CareTile
                    key={key}
                    answer={review.metrics[key]}
                    scope={scope}
                    comparison={review.comparison}
                    asOf={review.asOf}
                  />
                ))}
                <Tile
                  label={careMetrics['silent-cases'].name[language]}
                  metric="silent-cases"
                  href={careRowsHref('silent-cases', scope)}
                  value={formatNumber(review.silentCases, language)}
                  basis={t('now')}
                  asOf={review.asOf}
                />
                <Tile
                  label={careMetrics['promise-coverage'].name[language]}
                  metric="promise-coverage"
                  href={careRowsHref('promise-coverage', scope)}
                  value={describeFigure({ kind: 'rate', rate: review.promiseCoverage }, words, language)}
                  basis={describeBasis({ kind: 'rate', rate: review.promiseCoverage }, words, language)}
                  asOf={review.asOf}
                />
                <Tile
                  label={careMetrics['memo-turnaround'].name[language]}
                  metric="memo-turnaround"
                  href={careRowsHref('memo-turnaround', scope)}
                  value={describeFigure(
                    { kind: 'duration', durations: review.memoTurnaround },
                    words,
                    language,
                  )}
                  basis={describeBasis(
                    { kind: 'duration', durations: review.memoTurnaround },
                    words,
                    language,
                  )}
                  asOf={review.asOf}
                />
              </TileRow>
              {review.excluded.merged + review.excluded.excluded > 0 && (
                <p className={classes.note}>{t('excluded', review.excluded)}</p>
              )}
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
              <Figure
                id="reopened"
                title={t('reopened.title')}
                fileName="worth-asking-reopened"
                metric="reopen-rate"
                figure={prepareCourse({
                  ...{ scope, language, bucket: review.bucket, zone: review.zone },
                  unit: { kind: 'share' },
                  rowHeading: t('time'),
                  lines: [
                    {
                      label: careMetrics['reopen-rate'].name[language],
                      answer: review.metrics['reopen-rate'],
                      valueOf: (figure) => (figure.kind === 'rate' ? figure.rate.value : null),
                    },
                  ],
                })}
              />
              <Figure
                id="first-contact"
                title={t('firstContact.title')}
                fileName="worth-asking-first-contact"
                metric="one-contact-resolution"
                figure={prepareCourse({
                  ...{ scope, language, bucket: review.bucket, zone: review.zone },
                  unit: { kind: 'share' },
                  rowHeading: t('time'),
                  lines: (['one-contact-resolution', 'first-desk-resolution'] as const).map((key) => ({
                    label: careMetrics[key].name[language],
                    answer: review.metrics[key],
                    valueOf: (figure) => (figure.kind === 'rate' ? figure.rate.value : null),
                  })),
                })}
                note={<p className={classes.note}>{t('firstContact.note')}</p>}
              />
            </>
          )
        }
      </Answered>
    </>
  )
}

function quantilesOf(figure: CareFigure) {
  const none = { value: null, low: null, high: null, longest: null }
  if (figure.kind !== 'duration') return { half: none, ninety: none }
  return { half: figure.durations.p50, ninety: figure.durations.p90 }
}
