'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { playbookChanges } from '@/domain/cases/playbook-changes.ts'
import type { PlaybookStep } from '@/domain/cases/playbook.ts'
import classes from '../organisation.module.css'
import { PlaybookForm } from './playbook-form.tsx'
import type { PlaybookDetail } from './playbook-rows.ts'
import { StepChanges } from './step-changes.tsx'

/** One playbook: its steps as an operator reads them, its history, and the form to write its next version. */
export function PlaybookPanel({ playbookKey }: { readonly playbookKey: string }) {
  const t = useTranslations('organisation')
  const trpc = useTRPC()
  const mayChange = useMay('desks.write')
  const playbook = useQuery(trpc.organisation.playbook.queryOptions({ key: playbookKey }))
  const [editing, setEditing] = useState(false)
  return (
    <Answered query={playbook} what={t('playbooks.title')} height={320}>
      {(detail) =>
        editing ? (
          <PlaybookForm playbook={detail} onDone={() => setEditing(false)} />
        ) : (
          <Shown playbook={detail} onEdit={mayChange ? () => setEditing(true) : null} />
        )
      }
    </Answered>
  )
}

function Shown({
  playbook,
  onEdit,
}: {
  readonly playbook: PlaybookDetail
  readonly onEdit: (() => void) | null
}) {
  const t = useTranslations('organisation')
  const language = useLanguage()
  return (
    <>
      <PageHead
        title={playbook.name[language]}
        text={`${t('playbooks.versionNo', { version: playbook.version })} · ${t('playbooks.active')}`}
        actions={onEdit && <Button onClick={onEdit}>{t('playbooks.edit')}</Button>}
      />
      <p>
        <Link href="/settings/playbooks">{t('playbooks.title')}</Link>
      </p>
      <Panel title={t('playbooks.steps')}>
        <ol className={classes.plain}>
          {playbook.versions[0]?.steps.map((step) => (
            <StepShown key={step.key} step={step} />
          ))}
        </ol>
      </Panel>
      <History playbook={playbook} />
    </>
  )
}

function StepShown({ step }: { readonly step: PlaybookStep }) {
  const t = useTranslations('organisation.playbooks')
  const language = useLanguage()
  return (
    <li>
      <strong>
        {t(`phases.${step.phase}`)}: {step.title[language]}
      </strong>{' '}
      <span className={classes.dimmed}>
        {t.rich('within', { time: () => <Duration ms={step.withinSeconds * 1_000} /> })}
      </span>
      <div>
        <q lang={language}>{step.script[language]}</q>
      </div>
      <p>
        {t('fields.staff')}: {step.authority.staff[language]}
      </p>
      <p>
        {t('fields.manager')}: {step.authority.manager[language]}
      </p>
    </li>
  )
}

function History({ playbook }: { readonly playbook: PlaybookDetail }) {
  const t = useTranslations('organisation.playbooks')
  return (
    <Panel title={t('history')}>
      <ol className={classes.plain}>
        {playbook.versions.map((version, index) => {
          const earlier = playbook.versions[index + 1]
          return (
            <li key={version.version}>
              <strong>{t('versionNo', { version: version.version })}</strong>
              <span className={classes.dimmed}>
                {' · '}
                <Instant at={version.savedAt} />
                {version.savedBy !== null && ` · ${t('by', { name: version.savedBy })}`}
              </span>
              {version.note !== null && <div>{version.note}</div>}
              {earlier === undefined ? (
                <p>{t('first')}</p>
              ) : (
                <StepChanges changes={playbookChanges(earlier.steps, version.steps)} />
              )}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
