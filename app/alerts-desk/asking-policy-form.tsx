'use client'

import { Button, MultiSelect, NumberInput, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { type AskingPolicy, askingPolicySchema } from '@/domain/alerts/asking-policy.ts'
import { channels } from '@/domain/screening/transaction.ts'
import classes from './desk.module.css'
import { Refusal } from './refusal.tsx'
import { useAlertMove } from './use-alert-move.ts'

type NumberKey = Exclude<keyof AskingPolicy, 'targets' | 'desks' | 'samplePpm'>

const ppmPerPercent = 10_000

/** The policy as fields; what is out of range is said beside its field before anything is sent. */
export function AskingPolicyForm(props: { readonly stored: AskingPolicy; readonly version: number }) {
  const t = useTranslations('alert-desk.policy')
  const language = useLanguage()
  const trpc = useTRPC()
  const mayWrite = useMay('alertPolicy.write')
  const mayListDesks = useMay('cases.read')
  const desks = useQuery(trpc.cases.desks.queryOptions(undefined, { enabled: mayListDesks }))
  const move = useAlertMove()
  const [policy, setPolicy] = useState(props.stored)
  const checked = askingPolicySchema.safeParse(policy)
  const problemAt = (path: string) =>
    checked.success ? undefined : checked.error.issues.find((issue) => issue.path.join('.') === path)?.message
  const set = (change: Partial<AskingPolicy>) => setPolicy((before) => ({ ...before, ...change }))
  const number = (key: NumberKey) => (
    <NumberInput
      key={key}
      label={t(key)}
      value={policy[key]}
      error={problemAt(key)}
      readOnly={!mayWrite}
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) => set({ [key]: Number(value) })}
    />
  )
  const target = (channel: (typeof channels)[number], part: 'warnMinutes' | 'targetMinutes') => (
    <NumberInput
      key={`${channel}.${part}`}
      label={t(part === 'warnMinutes' ? 'warn' : 'target', { channel: t(`channels.${channel}`) })}
      value={policy.targets[channel][part]}
      error={problemAt(`targets.${channel}.${part}`)}
      readOnly={!mayWrite}
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) =>
        set({
          targets: { ...policy.targets, [channel]: { ...policy.targets[channel], [part]: Number(value) } },
        })
      }
    />
  )
  const save = () =>
    void move.run(
      ({ alertDesk }) => alertDesk.savePolicy.mutate({ version: props.version, policy }),
      t('saved'),
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (checked.success) save()
      }}
    >
      {!mayWrite && <p className={classes.dimmed}>{t('readOnly')}</p>}
      <Panel title={t('budget')}>
        <p className={classes.dimmed}>{t('budgetNote')}</p>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>{(['questions', 'days'] as const).map(number)}</SimpleGrid>
      </Panel>
      <Panel title={t('reaching')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {(['attempts', 'attemptHours', 'retryMinutes'] as const).map(number)}
        </SimpleGrid>
      </Panel>
      <Panel title={t('people')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {(['loadLimit', 'claimMinutes', 'expireHours', 'linkHours'] as const).map(number)}
        </SimpleGrid>
        <MultiSelect
          mt="sm"
          label={t('desks')}
          value={policy.desks}
          readOnly={!mayWrite}
          error={problemAt('desks')}
          onChange={(keys) => set({ desks: keys })}
          data={[
            ...new Map([
              ...policy.desks.map((key) => [key, key] as const),
              ...(desks.data ?? []).map(({ key, name }) => [key, name[language]] as const),
            ]),
          ].map(([value, label]) => ({ value, label }))}
          searchable
        />
      </Panel>
      <Panel title={t('targets')}>
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          {channels.flatMap((channel) => [target(channel, 'warnMinutes'), target(channel, 'targetMinutes')])}
        </SimpleGrid>
      </Panel>
      <Panel title={t('sample')}>
        <p className={classes.dimmed}>{t('sampleNote')}</p>
        <NumberInput
          maw={240}
          label={t('sharePercent')}
          value={policy.samplePpm / ppmPerPercent}
          error={problemAt('samplePpm')}
          readOnly={!mayWrite}
          allowNegative={false}
          decimalScale={4}
          step={0.1}
          onChange={(value) => set({ samplePpm: Math.round(Number(value) * ppmPerPercent) })}
        />
      </Panel>
      <Refusal move={move} />
      {mayWrite && (
        <Button type="submit" mt="md" loading={move.pending} disabled={!checked.success}>
          {t('save')}
        </Button>
      )}
    </form>
  )
}
