'use client'

import { Alert, Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { incidentHref } from './incident-href.ts'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useRuleNames } from './use-rule-names.ts'
import { useVersionMove } from './use-version-move.ts'

/** Rules that asked more than their cap and only watch now, with what was affected and the way back. */
export function Incidents() {
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const mayWrite = useMay('thresholds.write')
  const nameOf = useRuleNames()
  const { data = [] } = useQuery({ ...trpc.thresholds.incidents.queryOptions(), refetchInterval: 15_000 })
  const open = data.filter(({ rearmedAt }) => rearmedAt === null)
  if (open.length === 0) return null
  return (
    <Alert color="red" variant="light" role="alert" title={t('tripped', { count: open.length })} mb="md">
      <ul className={classes.list}>
        {open.map(({ id, rule, alerts, customers, cap, trippedAt }) => (
          <li key={id}>
            <p>
              <strong>{nameOf(rule)}</strong>:{' '}
              {t.rich('trippedText', {
                alerts,
                customers,
                cap,
                at: () => <Instant at={trippedAt} style="dateTime" />,
              })}{' '}
              <Link href={incidentHref(id)}>{t('affected')}</Link>
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
