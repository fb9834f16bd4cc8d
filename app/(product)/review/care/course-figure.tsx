'use client'

import { useTranslations } from 'next-intl'
import type { FigureUnit } from '@/app/charts/figure-data.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { CareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import type { BucketUnit } from '@/domain/time/buckets.ts'
import classes from './care.module.css'
import { type CourseLine, prepareCourse } from './prepare-course.ts'

/** Metrics of care over time, each mark leading to the rows of its bucket. */
export function CourseFigure(props: {
  readonly id: string
  readonly title: string
  readonly fileName: string
  readonly metric: CareMetricKey
  readonly unit: FigureUnit['kind'] & ('count' | 'share' | 'duration')
  readonly lines: readonly CourseLine[]
  readonly review: { readonly bucket: BucketUnit; readonly zone: string }
  readonly scope: Scope
  readonly note?: string
}) {
  const t = useTranslations('review-handoffs')
  const language = useLanguage()
  const { bucket, zone } = props.review
  return (
    <Figure
      id={props.id}
      title={props.title}
      fileName={props.fileName}
      metric={props.metric}
      figure={prepareCourse({
        ...{ scope: props.scope, language, bucket, zone, lines: props.lines },
        unit: { kind: props.unit },
        rowHeading: t('time'),
      })}
      note={props.note === undefined ? undefined : <p className={classes.note}>{props.note}</p>}
    />
  )
}
