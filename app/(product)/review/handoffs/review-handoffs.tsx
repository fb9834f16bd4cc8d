'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Figure } from '@/app/components/figure/figure.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { TileRow } from '@/app/components/tile/tile-row.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { CareFigure } from '@/domain/metrics/care/care-answer.ts'
import { careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { makeFilter } from '@/domain/metrics/filter.ts'
import { narrowScope } from '@/domain/metrics/scope.ts'
import { CareEmpty } from '../care/care-empty.tsx'
import { CareExportMenu } from '../care/care-export-menu.tsx'
import { careRowsHref } from '../care/care-rows-href.ts'
import { CareTile } from '../care/care-tile.tsx'
import classes from '../care/care.module.css'
import { describeBasis, describeFigure } from '../care/describe-figure.ts'
import { prepareCourse } from '../care/prepare-course.ts'
import { useCareNames } from '../care/use-care-names.ts'
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

/** Who is charged with offers that went wrong. */
const charges = ['mis-route-rate', 'missed-by-receiver-rate', 'coverage-gap-rate'] as const

const p50 = (figure: CareFigure) => (figure.kind === 'duration' ? figure.durations.p50.value : null)
const p90 = (figure: CareFigure) => (figure.kind === 'duration' ? figure.durations.p90.value : null)

/** Handoffs: did customers begin to be served, how long did it take, and between which desks; every figure leads to its rows. */
export function ReviewHandoffs() {
  const t = useTranslations('review-handoffs')
  const words = useTranslations('review-handoffs.figure')
  const language = useLanguage()
  const trpc = useTRPC()
  const state = useScope()
  const { labelOf, deskName, choices } = useCareNames('handoffs')
  const answer = useQuery(trpc.care.handoffs.queryOptions({ scope: state.texts }))
  const { scope } = state
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={<CareExportMenu metric="handoff-volume" scope={scope} />}
      />
      <ScopeBar state={state} choices={choices} labelOf={labelOf} />
      <Answered query={answer} what={t('title')} height={480}>
        {(review) =>
          review.handoffs === 0 &&
          (review.metrics['handoff-rate'].total as { rate?: { denominator: number } }).rate?.denominator ===
            0 ? (
            <CareEmpty state={state} path="/review/handoffs" />
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
              </TileRow>
              {review.notKnown > 0 && (
                <p className={classes.note}>{t('notKnown', { count: review.notKnown })}</p>
              )}
              {review.excluded.merged + review.excluded.excluded > 0 && (
                <p className={classes.note}>{t('excluded', review.excluded)}</p>
              )}
              <Figure
                id="acceptance"
                title={t('acceptance.title')}
                fileName="worth-asking-acceptance-time"
                metric="acceptance-time"
                figure={prepareCourse({
                  ...{ scope, language, bucket: review.bucket, zone: review.zone },
                  unit: { kind: 'duration' },
                  rowHeading: t('time'),
                  lines: [
                    { label: t('acceptance.p50'), answer: review.metrics['acceptance-time'], valueOf: p50 },
                    { label: t('acceptance.p90'), answer: review.metrics['acceptance-time'], valueOf: p90 },
                  ],
                })}
              />
              <Figure
                id="limbo"
                title={t('limbo.title')}
                fileName="worth-asking-time-in-limbo"
                metric="customer-gap"
                figure={prepareCourse({
                  ...{ scope, language, bucket: review.bucket, zone: review.zone },
                  unit: { kind: 'duration' },
                  rowHeading: t('time'),
                  lines: [
                    { label: t('limbo.p50'), answer: review.metrics['customer-gap'], valueOf: p50 },
                    { label: t('limbo.p90'), answer: review.metrics['customer-gap'], valueOf: p90 },
                  ],
                })}
                note={<p className={classes.note}>{t('limbo.note')}</p>}
              />
              <Figure
                id="volume"
                title={t('volume.title')}
                fileName="worth-asking-handoffs"
                metric="handoff-volume"
                figure={prepareCourse({
                  ...{ scope, language, bucket: review.bucket, zone: review.zone },
                  unit: { kind: 'count' },
                  rowHeading: t('time'),
                  lines: [
                    {
                      label: careMetrics['handoff-volume'].name[language],
                      answer: review.metrics['handoff-volume'],
                      valueOf: (figure) => (figure.kind === 'count' ? figure.count : null),
                    },
                  ],
                })}
              />
              <TransfersPanel
                transfers={review.transfers}
                handoffs={review.handoffs}
                scope={scope}
                deskName={deskName}
              />
              <Panel title={t('pingPong.title')} id="ping-pong">
                <DataTable
                  label={t('pingPong.title')}
                  rows={review.pingPongPairs.slice(0, 25)}
                  total={review.pingPongPairs.length}
                  rowKey={({ left, right }) => `${left} ${right}`}
                  rowHref={({ left, right }) => {
                    const pair = [left, right]
                    const between = narrowScope(scope, makeFilter('desk', 'is', pair))
                    return careRowsHref('ping-pong', narrowScope(between, makeFilter('fromDesk', 'is', pair)))
                  }}
                  empty={<p className={classes.note}>{t('pingPong.none')}</p>}
                  columns={[
                    {
                      key: 'pair',
                      header: t('pingPong.pair'),
                      cell: ({ left, right }) => `${deskName(left)} ⇄ ${deskName(right)}`,
                    },
                    {
                      key: 'runs',
                      header: t('pingPong.runs'),
                      align: 'end',
                      cell: ({ runs }) => formatNumber(runs, language),
                    },
                  ]}
                />
              </Panel>
              <Panel title={t('charges.title')} id="charges">
                <DataTable
                  label={t('charges.title')}
                  rows={charges.map((key) => review.metrics[key])}
                  rowKey={({ key }) => key}
                  rowHref={({ key }) => careRowsHref(key, scope, 'met')}
                  columns={[
                    { key: 'charge', header: t('charges.charged'), cell: ({ key }) => t(`charges.${key}`) },
                    {
                      key: 'what',
                      header: t('charges.what'),
                      cell: ({ key }) => careMetrics[key].name[language],
                    },
                    {
                      key: 'share',
                      header: t('charges.share'),
                      align: 'end',
                      cell: ({ total }) => describeFigure(total, words, language),
                    },
                    {
                      key: 'basis',
                      header: t('charges.basis'),
                      cell: ({ total }) => describeBasis(total, words, language),
                    },
                  ]}
                />
              </Panel>
            </>
          )
        }
      </Answered>
    </>
  )
}
