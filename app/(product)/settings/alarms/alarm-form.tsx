'use client'

import { Alert, Button, Checkbox, Group, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import {
  type AlarmCondition,
  alarmMetricKeys,
  isCounted,
  windowHours,
} from '@/domain/alarms/alarm-condition.ts'
import { everyMetric, type EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { useCareNames } from '../../review/care/use-care-names.ts'
import { useAlarmsChange } from './use-alarms-change.ts'

const kinds = ['threshold', 'unusual', 'noData'] as const
const sides = ['above', 'below'] as const

/** A new alarm: which figure, when it shall ring, in whose hours, and how its owner hears of it. */
export function AlarmForm({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('alarms')
  const language = useLanguage()
  const { run, pending, failure } = useAlarmsChange()
  const { choices } = useCareNames('handoffs')
  const [name, setName] = useState('')
  const [metric, setMetric] = useState<EveryMetricKey>('alert-volume')
  const [kind, setKind] = useState<AlarmCondition['kind']>('threshold')
  const [side, setSide] = useState<(typeof sides)[number]>('above')
  const [limit, setLimit] = useState<number | string>(50)
  const [hours, setHours] = useState<(typeof windowHours)[number]>(24)
  const [deviations, setDeviations] = useState<number | string>(3)
  const [leastN, setLeastN] = useState<number | string>(0)
  const [desk, setDesk] = useState('')
  const [email, setEmail] = useState(true)
  const isShare = !isCounted(metric)
  const condition = (): AlarmCondition => {
    if (kind === 'noData') return { kind, hours }
    if (kind === 'unusual') return { kind, side, deviations: Number(deviations), leastN: Number(leastN) }
    const value = isShare ? Number(limit) / 100 : Number(limit)
    return { kind, side, limit: value, hours, leastN: Number(leastN), hysteresis: 0.1 }
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const alarm = { name, metric, query: '', condition: condition(), desk: desk === '' ? null : desk, email }
    if (await run((alarms) => alarms.add.mutate(alarm))) onClose()
  }
  const metrics = alarmMetricKeys
    .map((key) => ({ value: key, label: everyMetric[key].name[language] }))
    .toSorted((left, right) => left.label.localeCompare(right.label, language))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('add')}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('form.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={80}
          data-autofocus
        />
        <NativeSelect
          mt="sm"
          label={t('form.metric')}
          value={metric}
          data={metrics}
          onChange={(event) =>
            setMetric(alarmMetricKeys.find((key) => key === event.currentTarget.value) ?? metric)
          }
        />
        <NativeSelect
          mt="sm"
          label={t('form.kind')}
          value={kind}
          data={kinds
            .filter((value) => value !== 'unusual' || !isShare)
            .map((value) => ({ value, label: t(`form.kinds.${value}`) }))}
          onChange={(event) => setKind(kinds.find((value) => value === event.currentTarget.value) ?? kind)}
        />
        {kind !== 'noData' && (
          <NativeSelect
            mt="sm"
            label={t('form.side')}
            value={side}
            data={sides.map((value) => ({ value, label: t(`form.sides.${value}`) }))}
            onChange={(event) => setSide(sides.find((value) => value === event.currentTarget.value) ?? side)}
          />
        )}
        {kind === 'threshold' && (
          <NumberInput
            mt="sm"
            label={t(isShare ? 'form.limitShare' : 'form.limit')}
            value={limit}
            onChange={setLimit}
            min={0}
            max={isShare ? 100 : undefined}
            required
          />
        )}
        {kind === 'unusual' && (
          <NumberInput
            mt="sm"
            label={t('form.deviations')}
            value={deviations}
            onChange={setDeviations}
            min={1}
            max={10}
            required
          />
        )}
        {kind !== 'unusual' && (
          <NativeSelect
            mt="sm"
            label={t('form.hours')}
            value={String(hours)}
            data={windowHours.map((value) => ({
              value: String(value),
              label: t('form.lastHours', { count: value }),
            }))}
            onChange={(event) =>
              setHours(windowHours.find((value) => String(value) === event.currentTarget.value) ?? hours)
            }
          />
        )}
        {kind !== 'noData' && (
          <NumberInput
            mt="sm"
            label={t('form.leastN')}
            value={leastN}
            onChange={setLeastN}
            min={0}
            allowDecimal={false}
            required
          />
        )}
        <NativeSelect
          mt="sm"
          label={t('form.desk')}
          value={desk}
          data={[
            { value: '', label: t('form.always') },
            ...(choices?.desk ?? []).map(({ value, label }) => ({ value, label })),
          ]}
          onChange={(event) => setDesk(event.currentTarget.value)}
        />
        <Checkbox
          mt="sm"
          label={t('form.email')}
          checked={email}
          onChange={(event) => setEmail(event.currentTarget.checked)}
        />
        {failure !== null && (
          <Alert mt="sm" color="red">
            {failure}
          </Alert>
        )}
        <Group mt="md" justify="flex-end">
          <Button type="submit" loading={pending}>
            {t('form.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
