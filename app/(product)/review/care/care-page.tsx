'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import type { ScopeState } from '@/app/components/scope/use-scope.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { TileRow } from '@/app/components/tile/tile-row.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { CareAnswer } from '@/domain/metrics/care/care-answer.ts'
import { type CareMetricKey, careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import type { ResolvedPeriod } from '@/domain/time/resolve-period.ts'
import { CareEmpty } from './care-empty.tsx'
import { CareExportMenu } from './care-export-menu.tsx'
import classes from './care.module.css'
import { careRowsHref } from './care-rows-href.ts'
import { CareTile } from './care-tile.tsx'
import type { useCareNames } from './use-care-names.ts'

/** What both reviews of care answer. */
interface CareReview<Key extends CareMetricKey> {
  readonly asOf: number
  readonly comparison: ResolvedPeriod | null
  readonly metrics: Readonly<Record<Key, CareAnswer>>
  readonly excluded: { readonly merged: number; readonly excluded: number }
}

/** The frame of Review > Handoffs and Review > Cases: scope, tiles, what is left out, then the page's own figures. */
export function CarePage<Key extends CareMetricKey, Review extends CareReview<Key>>(props: {
  readonly of: 'handoffs' | 'cases'
  readonly state: ScopeState
  readonly names: ReturnType<typeof useCareNames>
  readonly query: Parameters<typeof Answered<Review>>[0]['query']
  /** Whose rows the file holds. */
  readonly exported: CareMetricKey
  readonly tiles: readonly Key[]
  readonly isEmpty: (review: Review) => boolean
  readonly moreTiles?: (review: Review) => ReactNode
  readonly note?: (review: Review) => ReactNode
  readonly children: (review: Review) => ReactNode
}) {
  const { of, state, names } = props
  const t = useTranslations(`review-${of}`)
  const language = useLanguage()
  const { scope } = state
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={<CareExportMenu metric={props.exported} scope={scope} />}
      />
      <ScopeBar state={state} choices={names.choices} labelOf={names.labelOf} />
      <Answered query={props.query} what={t('title')} height={480}>
        {(review) =>
          props.isEmpty(review) ? (
            <CareEmpty state={state} path={`/review/${of}`} />
          ) : (
            <>
              <TileRow>
                {props.tiles.map((key) => (
                  <CareTile
                    key={key}
                    answer={review.metrics[key]}
                    name={careMetrics[key].name[language]}
                    href={careRowsHref(key, scope)}
                    comparison={review.comparison}
                    asOf={review.asOf}
                  />
                ))}
                {props.moreTiles?.(review)}
              </TileRow>
              {props.note?.(review)}
              {review.excluded.merged + review.excluded.excluded > 0 && (
                <p className={classes.note}>{t('excluded', review.excluded)}</p>
              )}
              {props.children(review)}
            </>
          )
        }
      </Answered>
    </>
  )
}
