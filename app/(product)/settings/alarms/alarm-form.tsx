'use client'

import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { alarmMetricKeys, isCounted, limitUnitOf, windowHours } from '@/domain/alarms/alarm-condition.ts'
import { everyMetric } from '@/domain/metrics/metrics.ts'
import { type AlarmDraft, alarmOf, draftOf, newAlarm, withMetric } from './alarm-draft.ts'
import { MetricFilters } from '@/app/(product)/review/shared/metric-filters.tsx'
import { AlarmPreview } from './alarm-preview.tsx'
import type { AlarmRow } from './alarm-rows.ts'
import { useMetricNames } from '@/app/(product)/review/shared/use-metric-names.ts'
import { useAreaChange } from '@/app/components/use-area-change.ts'

const kinds = ['threshold', 'unusual', 'noData'] as const
const sides = ['above', 'below'] as const

/** An alarm, new or its owner's: which figure of what, when it shall ring, in whose hours, and how its owner hears of it. */
export function AlarmForm(props: { readonly alarm: AlarmRow | null; readonly onClose: () => void }) {
  const t = useTranslations('alarms')
  const language = useLanguage()
  const { run, pending, failure } = useAreaChange('alarms')
  const { desks } = useMetricNames()
  const { alarm } = props
  const [draft, setDraft] = useState<AlarmDraft>(() => (alarm === null ? newAlarm : draftOf(alarm)))
  const change = (part: Partial<AlarmDraft>) => setDraft((current) => ({ ...current, ...part }))
  const save = async () => {
    const kept = alarmOf(draft)
    const saved = await run<unknown>((alarms) =>
      alarm === null
        ? alarms.add.mutate(kept)
        : alarms.change.mutate({
            ...{ ...kept, alarmId: alarm.alarmId, active: alarm.active, expectedVersion: alarm.version },
          }),
    )
    if (saved !== null) props.onClose()
  }
  const { kind, metric } = draft
  const unit = limitUnitOf(metric)
  return (
    <FormDialog
      title={t(alarm === null ? 'add' : 'editTitle')}
      submit={t('form.save')}
      pending={pending}
      failure={failure}
      onSubmit={() => void save()}
      onClose={props.onClose}
    >
      <TextInput
        label={t('form.name')}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        required
        maxLength={80}
        data-autofocus
      />
      <Choice
        label={t('form.metric')}
        value={metric}
        options={alarmMetricKeys
          .map((value) => ({ value, label: everyMetric[value].name[language] }))
          .toSorted((left, right) => left.label.localeCompare(right.label, language))}
        onChange={(value) => setDraft((current) => withMetric(current, value))}
      />
      <MetricFilters metric={metric} filters={draft.filters} onChange={(filters) => change({ filters })} />
      <Choice
        label={t('form.kind')}
        value={kind}
        options={kinds
          .filter((value) => value !== 'unusual' || isCounted(metric))
          .map((value) => ({ value, label: t(`form.kinds.${value}`) }))}
        onChange={(value) => change({ kind: value })}
      />
      {kind !== 'noData' && (
        <Choice
          label={t('form.side')}
          value={draft.side}
          options={sides.map((value) => ({ value, label: t(`form.sides.${value}`) }))}
          onChange={(side) => change({ side })}
        />
      )}
      {kind === 'threshold' && (
        <Amount
          label={t(`form.limits.${unit}`)}
          value={draft.limit}
          max={unit === 'percent' ? 100 : undefined}
          onChange={(limit) => change({ limit })}
        />
      )}
      {kind === 'unusual' && (
        <Amount
          label={t('form.deviations')}
          value={draft.deviations}
          min={1}
          max={10}
          onChange={(deviations) => change({ deviations })}
        />
      )}
      {kind !== 'unusual' && (
        <Choice
          label={t('form.hours')}
          value={String(draft.hours)}
          options={windowHours.map((hours) => ({
            value: String(hours),
            label: t('form.lastHours', { count: hours }),
          }))}
          onChange={(value) =>
            change({ hours: windowHours.find((hours) => String(hours) === value) ?? draft.hours })
          }
        />
      )}
      {kind !== 'noData' && (
        <Amount
          label={t('form.leastN')}
          value={draft.leastN}
          whole
          onChange={(leastN) => change({ leastN })}
        />
      )}
      {kind === 'threshold' && (
        <Amount
          label={t('form.hysteresis')}
          description={t('form.hysteresisText')}
          value={draft.hysteresisPercent}
          max={90}
          onChange={(hysteresisPercent) => change({ hysteresisPercent })}
        />
      )}
      <Choice
        label={t('form.desk')}
        value={draft.desk}
        options={[{ value: '', label: t('form.always') }, ...(desks ?? [])]}
        onChange={(desk) => change({ desk })}
      />
      <Checkbox
        mt="sm"
        label={t('form.email')}
        checked={draft.email}
        onChange={(event) => change({ email: event.currentTarget.checked })}
      />
      <AlarmPreview draft={draft} />
    </FormDialog>
  )
}

function Choice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <NativeSelect
      mt="sm"
      label={props.label}
      value={props.value}
      data={[...props.options]}
      onChange={(event) => {
        const chosen = props.options.find(({ value }) => value === event.currentTarget.value)
        if (chosen !== undefined) props.onChange(chosen.value)
      }}
    />
  )
}

function Amount(props: {
  readonly label: string
  readonly description?: string
  readonly value: number
  readonly min?: number
  readonly max?: number | undefined
  readonly whole?: boolean
  readonly onChange: (value: number) => void
}) {
  return (
    <NumberInput
      mt="sm"
      label={props.label}
      description={props.description}
      value={props.value}
      min={props.min ?? 0}
      {...(props.max !== undefined && { max: props.max })}
      allowDecimal={props.whole !== true}
      // An emptied field is not 0: it keeps what it had until a number stands there.
      onChange={(value) => typeof value === 'number' && props.onChange(value)}
      required
    />
  )
}
