'use client'

import { Alert, Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { Instant } from '@/app/components/instant.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { drillToPart } from '@/domain/metrics/drill.ts'
import { defaultScope } from '@/domain/metrics/scope.ts'
import { localDateOf } from '@/domain/time/local-date.ts'
import { datesPeriod } from '@/domain/time/period.ts'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'

/** Rules that asked more than their cap and only watch now, with what was affected and the way back. */
export function Incidents() {
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const mayWrite = useMay('thresholds.write')
  const language = useLanguage()
  const { data = [] } = useQuery({ ...trpc.thresholds.incidents.queryOptions(), refetchInterval: 15_000 })
  const rules = useQuery(trpc.whatIf.activeRules.queryOptions())
  const { zone } = useShell().organisation
  const affectedHref = (rule: string, since: number, trippedAt: number) => {
    const period = datesPeriod(localDateOf(since, zone), localDateOf(trippedAt, zone))
    return rowsHref('alerts', drillToPart({ ...defaultScope, period }, 'rule', rule))
  }
  const nameOf = (key: string) => rules.data?.find((rule) => rule.key === key)?.name[language] ?? key
  const open = data.filter(({ rearmedAt }) => rearmedAt === null)
  if (open.length === 0) return null
  return (
    <Alert color="red" variant="light" role="alert" title={t('tripped', { count: open.length })} mb="md">
      <ul className={classes.list}>
        {open.map(({ id, rule, alerts, customers, cap, since, trippedAt }) => (
          <li key={id}>
            <p>
              <strong>{nameOf(rule)}</strong>:{' '}
              {t.rich('trippedText', {
                alerts,
                customers,
                cap,
                at: () => <Instant at={trippedAt} style="dateTime" />,
              })}{' '}
              <Link href={affectedHref(rule, since, trippedAt)}>{t('affected')}</Link>
            </p>
            {mayWrite && <Rearm incidentId={id} />}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** Lets one rule ask again, with a word why. */
function Rearm({ incidentId }: { readonly incidentId: string }) {
  const t = useTranslations('thresholds')
  const move = useVersionMove()
  const [comment, setComment] = useState('')
  return (
    <div className={classes.actions}>
      <TextInput
        label={t('whyRearm')}
        value={comment}
        maxLength={500}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Button
        variant="default"
        loading={move.pending}
        disabled={comment.trim() === ''}
        onClick={() =>
          void move.run(({ thresholds }) => thresholds.rearm.mutate({ incidentId, comment: comment.trim() }))
        }
      >
        {t('rearm')}
      </Button>
      <Refusal move={move} />
    </div>
  )
}
