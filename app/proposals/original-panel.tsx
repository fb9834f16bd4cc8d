'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import classes from './proposals.module.css'
import { PurposeForm } from './purpose-form.tsx'
import { useProposalMove } from './use-proposal-move.ts'

/** The way behind the redaction: a purpose is stated, and the audit keeps who read what for what. */
export function OriginalPanel({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [read, setRead] = useState<readonly { readonly key: string; readonly text: string }[] | null>(null)
  const open = (purpose: string) =>
    move.run(async ({ proposals }) => {
      setRead((await proposals.readOriginal.mutate({ proposalId, purpose })).answers)
    }, t('original.read'))
  return (
    <Panel title={t('original.title')}>
      <p className={classes.dimmed}>{t('original.text')}</p>
      {read === null ? (
        <PurposeForm submit={t('original.open')} move={move} onSubmit={(purpose) => void open(purpose)} />
      ) : (
        read.map(({ key, text }) => (
          <div key={key}>
            <strong>{t(`questions.${key}.label`)}</strong>
            <p className={classes.prose}>{text}</p>
          </div>
        ))
      )}
    </Panel>
  )
}
