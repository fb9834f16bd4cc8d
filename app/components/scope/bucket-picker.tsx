'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Scope } from '@/domain/metrics/scope.ts'
import { type BucketUnit, bucketUnits, defaultBucket } from '@/domain/time/buckets.ts'
import { type PeriodContext, resolvePeriod } from '@/domain/time/resolve-period.ts'
import { fittingBuckets } from './fitting-buckets.ts'

/** How wide the points of charts are; widths that would be too many points are not offered. */
export function BucketPicker(props: {
  readonly scope: Scope
  readonly context: PeriodContext
  readonly onChange: (bucket: BucketUnit | null) => void
}) {
  const t = useTranslations('components.scope')
  const { period, bucket } = props.scope
  const resolved = period.kind === 'all' ? null : resolvePeriod(period, props.context)
  const fitting = fittingBuckets(period, props.context)
  const suiting = resolved === null ? null : defaultBucket(resolved)
  return (
    <NativeSelect
      size="xs"
      aria-label={t('bucket')}
      value={bucket ?? ''}
      onChange={(event) =>
        props.onChange(bucketUnits.find((unit) => unit === event.currentTarget.value) ?? null)
      }
      data={[
        {
          value: '',
          label: suiting === null ? t('buckets.auto') : t('bucketAuto', { unit: t(`buckets.${suiting}`) }),
        },
        ...fitting.map((unit) => ({ value: unit, label: t(`buckets.${unit}`) })),
      ]}
    />
  )
}
