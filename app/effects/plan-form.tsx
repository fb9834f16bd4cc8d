'use client'

import { Button, Group, Input, NativeSelect, NumberInput, Stack, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MetricFilters } from '@/app/(product)/review/shared/metric-filters.tsx'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from '@/app/jury/jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from '@/app/jury/use-jury-move.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import {
  longestBaseline,
  longestWindowFor,
  planBuckets,
  shortestBaseline,
  shortestWindow,
} from '@/domain/effects/effect-plan.ts'
import { isMeasurable, measurableMetrics } from '@/domain/effects/measurable-metrics.ts'
import type { FilterDimensionKey } from '@/domain/metrics/dimensions.ts'
import { formatFilter } from '@/domain/metrics/filter.ts'
import { type EveryMetricKey, everyMetric } from '@/domain/metrics/metrics.ts'
import { parseScope } from '@/domain/metrics/scope.ts'
import type { EffectDetail } from '@/server/effects/get-effect.ts'
import { fromEntered, toEntered } from './entered-unit.ts'

/** Owner and plan of an accepted proposal, and the press that locks it. */
export function PlanForm({ detail }: { readonly detail: EffectDetail }) {
  const t = useTranslations('effects')
  const language = useLanguage()
  const trpc = useTRPC()
  const mayDecide = useMay('effects.decide')
  const owners = useQuery(trpc.effects.owners.queryOptions())
  const move = useJuryMove()
  const { plan } = detail
  const [ownerId, setOwnerId] = useState(plan?.ownerId ?? '')
  const [metric, setMetric] = useState<EveryMetricKey>(plan?.metric ?? 'began-to-be-served-rate')
  const [form, setForm] = useState({
    steps: plan?.steps ?? '',
    filters: parseScope({ filter: plan?.filters ?? [] }).filters,
    direction: plan?.direction ?? ('up good' as const),
    bucket: plan?.bucket ?? ('week' as const),
    baselineBuckets: plan?.baselineBuckets ?? 26,
    windowBuckets: plan?.windowBuckets ?? 12,
    smallest: plan ? toEntered(plan.smallestChange, metricFigureUnit(plan.metric)) : 5,
    triggerFirst: plan?.triggerFirst ?? '',
    triggerLast: plan?.triggerLast ?? '',
  })
  const [isChanged, setIsChanged] = useState(false)
  const set = (part: Partial<typeof form>) => {
    setIsChanged(true)
    setForm((before) => ({ ...before, ...part }))
  }
  const unit = metricFigureUnit(metric)
  const longest = longestWindowFor(form.baselineBuckets)
  const save = async () => {
    const saved = await move.run((client) =>
      client.effects.savePlan.mutate({
        proposalId: detail.id,
        ownerId,
        plan: {
          ...{ metric, direction: form.direction, bucket: form.bucket, steps: form.steps },
          filters: form.filters.map(formatFilter),
          baselineBuckets: form.baselineBuckets,
          windowBuckets: form.windowBuckets,
          smallestChange: fromEntered(form.smallest, unit),
          triggerFirst: form.triggerFirst === '' ? null : form.triggerFirst,
          triggerLast: form.triggerLast === '' ? null : form.triggerLast,
        },
      }),
    )
    if (saved) setIsChanged(false)
  }
  const lock = () =>
    move.run((client) => client.effects.lockPlan.mutate({ proposalId: detail.id, version: detail.version }))
  return (
    <Panel title={t('plan.title')}>
      <p className={classes.note}>{t('plan.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="sm">
          <NativeSelect
            label={t('owner')}
            value={ownerId}
            onChange={(event) => {
              setIsChanged(true)
              setOwnerId(event.currentTarget.value)
            }}
            required
            disabled={!mayDecide}
            data={[
              { value: '', label: t('plan.chooseOwner') },
              ...(owners.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Textarea
            label={t('plan.steps')}
            value={form.steps}
            onChange={(event) => set({ steps: event.currentTarget.value })}
            required
            autosize
            minRows={2}
            maxLength={4_000}
          />
          <NativeSelect
            label={t('metric')}
            value={metric}
            onChange={({ currentTarget: { value } }) => {
              if (!isMeasurable(value)) return
              setMetric(value)
              const known: readonly FilterDimensionKey[] = everyMetric[value].dimensions
              set({ filters: form.filters.filter(({ dimension }) => known.includes(dimension)) })
              const { direction } = everyMetric[value]
              if (direction !== 'neutral') set({ direction })
            }}
            data={measurableMetrics.map((key) => ({ value: key, label: everyMetric[key].name[language] }))}
          />
          <Input.Wrapper label={t('plan.filters')} description={t('plan.filtersHint')} labelElement="div">
            <div role="group" aria-label={t('plan.filters')}>
              <MetricFilters
                metric={metric}
                filters={form.filters}
                onChange={(filters) => set({ filters })}
              />
            </div>
          </Input.Wrapper>
          <NativeSelect
            label={t('plan.direction')}
            value={form.direction}
            onChange={({ currentTarget: { value } }) =>
              set({ direction: value === 'up good' ? 'up good' : 'down good' })
            }
            data={[
              { value: 'up good', label: t('plan.up') },
              { value: 'down good', label: t('plan.down') },
            ]}
          />
          <NumberInput
            label={t('smallestChange')}
            description={t(`plan.entered.${unit.kind}`)}
            value={form.smallest}
            onChange={(value) => set({ smallest: Number(value) })}
            min={0}
            required
          />
          <NativeSelect
            label={t('plan.bucket')}
            value={form.bucket}
            onChange={({ currentTarget: { value } }) => set({ bucket: value === 'day' ? 'day' : 'week' })}
            data={planBuckets.map((value) => ({ value, label: t(`units.${value}`) }))}
          />
          <NumberInput
            label={t('plan.baseline')}
            value={form.baselineBuckets}
            onChange={(value) => set({ baselineBuckets: Number(value) })}
            min={shortestBaseline}
            max={longestBaseline}
            allowDecimal={false}
          />
          <NumberInput
            label={t('plan.windowAfter')}
            description={t('plan.windowHint', { longest })}
            value={form.windowBuckets}
            onChange={(value) => set({ windowBuckets: Number(value) })}
            min={shortestWindow}
            max={longest}
            allowDecimal={false}
          />
          <Group grow>
            <TextInput
              type="date"
              label={t('plan.triggerFirst')}
              value={form.triggerFirst}
              onChange={(event) => set({ triggerFirst: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('plan.triggerLast')}
              value={form.triggerLast}
              onChange={(event) => set({ triggerLast: event.currentTarget.value })}
            />
          </Group>
          <p className={classes.note}>{t('plan.triggerHint')}</p>
          <MoveFailure failure={move.failure} />
          {/* What is locked is what was saved: it can never be changed again. */}
          {mayDecide && plan !== null && isChanged && <p className={classes.note}>{t('plan.saveFirst')}</p>}
          <Group>
            <Button type="submit" loading={move.pending} disabled={ownerId === ''}>
              {t('plan.save')}
            </Button>
            {mayDecide && plan !== null && (
              <Button
                variant="default"
                loading={move.pending}
                disabled={isChanged}
                onClick={() => void lock()}
              >
                {t('plan.lock')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}
