'use client'

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { transactionHref } from '@/app/(product)/transactions/transaction-href.ts'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NotFound } from '@/app/components/states/not-found.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { RedecidedAnswer } from './redecided-answer.tsx'
import classes from './thresholds.module.css'
import type { VersionData } from './version-data.ts'

/** Decides a past purchase again: by the version that decided it, which must give the same, or by this one. */
export function RedecidePanel({ version }: { readonly version: VersionData }) {
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const [id, setId] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const answer = useQuery({
    ...trpc.thresholds.redecide.queryOptions({
      transactionId: asked ?? '-',
      version: version.version,
    }),
    enabled: asked !== null,
  })
  return (
    <Panel title={t('redecideTitle')}>
      <p className={classes.quiet}>{t('redecideLead', { version: version.version })}</p>
      <form
        className={classes.actions}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(id.trim() === '' ? null : id.trim())
        }}
      >
        <TextInput
          label={t('transactionId')}
          value={id}
          maxLength={200}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={id.trim() === ''}>
          {t('decideAgain')}
        </Button>
      </form>
      {asked !== null && (
        <Answered
          query={answer}
          what={t('redecideTitle')}
          height={120}
          notFound={<NotFound title={t('noSuchPurchase')} text={t('noSuchPurchaseText')} />}
        >
          {(found) => (
            <>
              <RedecidedAnswer found={found} />
              <Link href={transactionHref(found.transactionId, found.version)}>{t('openTransaction')}</Link>
            </>
          )}
        </Answered>
      )}
    </Panel>
  )
}
