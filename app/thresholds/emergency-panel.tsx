'use client'

import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'

const dayMs = 86_400_000

/** Switches rules off at once; somebody else signs within the set time, or they come back by themselves. */
export function EmergencyPanel() {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const router = useRouter()
  const move = useVersionMove()
  const [rules, setRules] = useState<string[]>([])
  const [note, setNote] = useState('')
  const versions = useQuery(trpc.thresholds.versions.queryOptions())
  const active = versions.data?.find(({ status }) => status === 'active')
  const version = useQuery({
    ...trpc.thresholds.version.queryOptions({ version: active?.version ?? 1, compareWith: null }),
    enabled: active !== undefined,
  })
  const policy = useQuery(trpc.thresholds.policy.queryOptions())
  const stop = async () => {
    const to = Date.now()
    const made = await move.run(({ thresholds }) =>
      thresholds.stopEmergency.mutate({
        ...{ stop: { kind: 'switchOff', rules }, note: note.trim() },
        window: { from: to - 7 * dayMs, to },
      }),
    )
    if (made !== null) router.push(`/thresholds/${made.answer.version}`)
  }
  return (
    <Panel title={t('emergency')}>
      <p className={classes.quiet}>{t('emergencyLead', { minutes: policy.data?.emergencyMinutes ?? 60 })}</p>
      <div className={classes.fields}>
        <MultiSelect
          label={t('rulesToStop')}
          value={rules}
          onChange={setRules}
          data={(version.data?.rules.rules ?? [])
            .filter(({ enabled }) => enabled)
            .map(({ key, name }) => ({ value: key, label: name[language] }))}
        />
        <TextInput
          label={t('why')}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          color="red"
          loading={move.pending}
          disabled={rules.length === 0 || note.trim() === ''}
          onClick={() => void stop()}
        >
          {t('stopNow')}
        </Button>
      </div>
      <Refusal move={move} />
    </Panel>
  )
}
