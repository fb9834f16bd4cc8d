'use client'

import { Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { everyMetric } from '@/domain/metrics/metrics.ts'
import type { AlarmRow } from './alarm-rows.ts'
import { useConditionWords } from './use-condition-words.ts'
import type { AreaChange } from '@/app/components/use-area-change.ts'

const hourMs = 3_600_000

/** Alarms, raised ones first, with what can be done about each. */
export function AlarmsTable(props: {
  readonly alarms: readonly AlarmRow[]
  readonly changing: AreaChange<'alarms'>
  readonly mayWrite: boolean
  readonly onEdit: (alarm: AlarmRow) => void
}) {
  const t = useTranslations('alarms')
  const language = useLanguage()
  const { describe, write } = useConditionWords()
  const { run, pending } = props.changing
  const whyOf = (code: string) => (t.has(`why.${code}`) ? t(`why.${code}`) : t('why.other'))
  const stateWords = ({ active, state, acknowledgedBy }: AlarmRow) => {
    if (!active) return t('states.off')
    return acknowledgedBy === null
      ? t(`states.${state}`)
      : t('states.acknowledgedBy', { name: acknowledgedBy })
  }
  return (
    <DataTable
      label={t('title')}
      rows={props.alarms}
      rowKey={({ alarmId }) => alarmId}
      empty={<NoData title={t('empty')} />}
      columns={[
        {
          key: 'name',
          header: t('columns.name'),
          cell: ({ alarmId, name, owner }) => (
            <span id={alarmId}>
              {name}
              <br />
              <small>{owner}</small>
            </span>
          ),
        },
        {
          key: 'watch',
          header: t('columns.watch'),
          cell: (alarm) => (
            <>
              {everyMetric[alarm.metric].name[language]}
              <br />
              <small>{describe(alarm)}</small>
            </>
          ),
        },
        {
          key: 'state',
          header: t('columns.state'),
          cell: (alarm) => (
            <>
              {stateWords(alarm)}{' '}
              <small>
                <Instant at={alarm.stateSince} />
              </small>
              {alarm.failure !== null && (
                <>
                  <br />
                  <small role="alert">{t('failed', { why: whyOf(alarm.failure) })}</small>
                </>
              )}
              {alarm.snoozedUntil !== null && alarm.snoozedUntil > (alarm.checkedAt ?? 0) && (
                <>
                  <br />
                  <small>{t.rich('silent', { time: () => <Instant at={alarm.snoozedUntil ?? 0} /> })}</small>
                </>
              )}
            </>
          ),
        },
        {
          key: 'observed',
          header: t('columns.observed'),
          align: 'end',
          cell: (alarm) =>
            t('seen', {
              observed: write(alarm.metric, alarm.observed),
              limit: write(alarm.metric, alarm.limit),
              n: alarm.n ?? 0,
            }),
        },
        ...(props.mayWrite
          ? [
              {
                key: 'actions',
                header: t('columns.actions'),
                cell: (alarm: AlarmRow) => {
                  const { alarmId, name } = alarm
                  return (
                    <Group gap={4}>
                      {alarm.state === 'raised' && (
                        <Button
                          size="compact-xs"
                          disabled={pending}
                          aria-label={t('acknowledgeOf', { name })}
                          onClick={() => void run((alarms) => alarms.acknowledge.mutate({ alarmId }))}
                        >
                          {t('acknowledge')}
                        </Button>
                      )}
                      {alarm.mine && (
                        <>
                          <Button
                            size="compact-xs"
                            variant="default"
                            aria-label={t('editOf', { name })}
                            onClick={() => props.onEdit(alarm)}
                          >
                            {t('edit')}
                          </Button>
                          <Button
                            size="compact-xs"
                            variant="default"
                            disabled={pending}
                            aria-label={t('snoozeOf', { name })}
                            onClick={() =>
                              void run((alarms) =>
                                alarms.snooze.mutate({ alarmId, until: Date.now() + 4 * hourMs }),
                              )
                            }
                          >
                            {t('snooze')}
                          </Button>
                          <Button
                            size="compact-xs"
                            variant="default"
                            disabled={pending}
                            aria-label={t(alarm.active ? 'switchOffOf' : 'switchOnOf', { name })}
                            onClick={() =>
                              void run((alarms) =>
                                alarms.change.mutate({ ...pickChange(alarm), active: !alarm.active }),
                              )
                            }
                          >
                            {t(alarm.active ? 'switchOff' : 'switchOn')}
                          </Button>
                          <Button
                            size="compact-xs"
                            variant="default"
                            disabled={pending}
                            aria-label={t('removeOf', { name })}
                            onClick={() => void run((alarms) => alarms.remove.mutate({ alarmId }))}
                          >
                            {t('remove')}
                          </Button>
                        </>
                      )}
                    </Group>
                  )
                },
              },
            ]
          : []),
      ]}
    />
  )
}

function pickChange({ alarmId, name, metric, query, condition, desk, email, version }: AlarmRow) {
  return { alarmId, name, metric, query, condition, desk, email, expectedVersion: version }
}
