'use client'

import { Button, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { ThresholdPolicy } from '@/server/thresholds/threshold-policy.ts'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'

/** The caps above which a rule only watches, and the time for a second signature. */
export function LimitsPanel() {
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const policy = useQuery(trpc.thresholds.policy.queryOptions())
  return (
    <Panel title={t('limits')}>
      <p className={classes.quiet}>{t('limitsLead')}</p>
      <Answered query={policy} what={t('limits')} height={120}>
        {({ version, ...stored }) => <LimitsForm key={version} stored={stored} version={version} />}
      </Answered>
    </Panel>
  )
}

function LimitsForm(props: { readonly stored: ThresholdPolicy; readonly version: number }) {
  const t = useTranslations('thresholds')
  const mayWrite = useMay('thresholds.write')
  const move = useVersionMove()
  const [policy, setPolicy] = useState(props.stored)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void move.run(
          ({ thresholds }) => thresholds.savePolicy.mutate({ version: props.version, policy }),
          t('saved'),
        )
      }}
    >
      <div className={classes.fields}>
        <NumberInput
          label={t('capPerHour')}
          placeholder={t('noCap')}
          value={policy.capPerHour ?? ''}
          readOnly={!mayWrite}
          allowDecimal={false}
          min={1}
          onChange={(value) => setPolicy({ ...policy, capPerHour: typeof value === 'number' ? value : null })}
        />
        <NumberInput
          label={t('emergencyMinutes')}
          value={policy.emergencyMinutes}
          readOnly={!mayWrite}
          allowDecimal={false}
          min={1}
          max={10_080}
          onChange={(value) => setPolicy({ ...policy, emergencyMinutes: Number(value) })}
        />
      </div>
      <Refusal move={move} />
      {mayWrite && (
        <Button type="submit" variant="default" loading={move.pending}>
          {t('saveLimits')}
        </Button>
      )}
    </form>
  )
}
