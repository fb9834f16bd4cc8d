'use client'

import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { editPlaybook, type PlaybookEdit } from '@/domain/cases/edit-playbook.ts'
import { playbookChanges } from '@/domain/cases/playbook-changes.ts'
import { playbookPhases, type PlaybookStep } from '@/domain/cases/playbook.ts'
import { languages } from '@/domain/language/language.ts'
import { LocalizedInputs, unwritten } from '../localized-inputs.tsx'
import { useSettingChange } from '../use-setting-change.ts'
import type { PlaybookDetail } from './playbook-rows.ts'
import { StepChanges } from './step-changes.tsx'
import { StepFields } from './step-fields.tsx'

/** Writes the next version of a playbook (or the first of a new one), and shows before saving what it changes. */
export function PlaybookForm(props: {
  readonly playbook: PlaybookDetail | null
  readonly onDone: () => void
}) {
  const { playbook } = props
  const t = useTranslations('organisation')
  const language = useLanguage()
  const router = useRouter()
  const change = useSettingChange()
  // What was read when the form was opened: a version that somebody saves meanwhile is refused, not overwritten.
  const [based] = useState(() => ({
    version: playbook?.version ?? 0,
    steps: playbook?.versions[0]?.steps ?? [],
  }))
  const [key, setKey] = useState('')
  const [name, setName] = useState(playbook?.name ?? unwritten)
  const [note, setNote] = useState('')
  const [steps, setSteps] = useState<readonly PlaybookStep[]>(() =>
    based.version === 0 ? editPlaybook([], { kind: 'add', phase: 'contain' }) : based.steps,
  )
  const edit = (one: PlaybookEdit) => setSteps((before) => editPlaybook(before, one))
  const changes = playbookChanges(based.steps, steps)
  const renamed = playbook !== null && languages.some((one) => name[one] !== playbook.name[one])
  const unchanged = based.version > 0 && changes.length === 0 && !renamed
  const submit = async () => {
    const saved = await change.run((organisation) =>
      organisation.savePlaybook.mutate({
        ...{ key: playbook?.key ?? key, basedOn: based.version, name, steps: [...steps] },
        note: based.version === 0 ? null : note,
      }),
    )
    if (!saved) return
    props.onDone()
    if (playbook === null) router.push(`/settings/playbooks/${key}`)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <PageHead
        title={playbook?.name[language] ?? t('playbooks.add')}
        text={t('playbooks.lead')}
        actions={
          <Button variant="default" onClick={props.onDone}>
            {t('cancel')}
          </Button>
        }
      />
      <Stack gap="sm" mb="md">
        {playbook === null && (
          <TextInput
            label={t('key')}
            description={t('keyText')}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            pattern="[a-z0-9][a-z0-9\-]*"
            maxLength={60}
            required
            autoFocus
            maw={420}
          />
        )}
        <LocalizedInputs label={t('name')} value={name} onChange={setName} maxLength={120} />
      </Stack>
      <Panel title={t('playbooks.steps')}>
        {steps.map((step, index) => (
          <StepFields key={step.key} step={step} number={index + 1} onEdit={edit} />
        ))}
        <Group gap="xs" mt="sm" role="group" aria-label={t('playbooks.addStep')}>
          <span>{t('playbooks.addStep')}:</span>
          {playbookPhases.map((phase) => (
            <Button
              key={phase}
              variant="default"
              disabled={steps.length >= 30}
              onClick={() => edit({ kind: 'add', phase })}
            >
              {t(`playbooks.phases.${phase}`)}
            </Button>
          ))}
        </Group>
      </Panel>
      {based.version > 0 && (
        <Panel title={t('playbooks.changes')}>
          {changes.length === 0 ? (
            <p>{t('playbooks.noChanges', { version: based.version })}</p>
          ) : (
            <StepChanges changes={changes} />
          )}
          <Textarea
            label={t('playbooks.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
            required
            mt="sm"
          />
        </Panel>
      )}
      {change.failure !== null && (
        <Alert color="red" role="alert" variant="light" mt="sm">
          {change.failure}
        </Alert>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={change.pending} disabled={unchanged}>
          {t('playbooks.saveAs', { version: based.version + 1 })}
        </Button>
      </Group>
    </form>
  )
}
