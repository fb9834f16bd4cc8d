'use client'

import { Button, Group, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import type { PlaybookEdit } from '@/domain/cases/edit-playbook.ts'
import { playbookPhases, type PlaybookStep } from '@/domain/cases/playbook.ts'
import { LocalizedInputs, missingLanguages } from '../localized-inputs.tsx'
import classes from '../organisation.module.css'

/** One step: what to do, what to say in each language, what each role may do alone, and how soon it is due. */
export function StepFields(props: {
  readonly step: PlaybookStep
  readonly number: number
  readonly onEdit: (edit: PlaybookEdit) => void
}) {
  const { step, onEdit } = props
  const t = useTranslations('organisation.playbooks')
  const language = useLanguage()
  const { authority } = step
  const missing = [step.title, step.script, authority.staff, authority.manager].flatMap(
    missingLanguages,
  ).length
  // Open while something is missing at first; a field that is required must be seen to be filled in.
  const [openAtFirst] = useState(missing > 0)
  const title = step.title[language] || t('untitled')
  const set = (change: Partial<Omit<PlaybookStep, 'key'>>) =>
    onEdit({ kind: 'change', key: step.key, step: change })
  return (
    <details className={classes.step} open={openAtFirst || missing > 0 ? true : undefined}>
      <summary>
        {t('step', { number: props.number, title: `${t(`phases.${step.phase}`)} · ${title}` })}
        {missing > 0 && ` · ${t('missing', { count: missing })}`}
      </summary>
      <Stack gap="sm" pb="md">
        <div className={classes.languages}>
          <NativeSelect
            label={t('phase')}
            value={step.phase}
            onChange={(event) => set({ phase: event.currentTarget.value as PlaybookStep['phase'] })}
            data={playbookPhases.map((value) => ({ value, label: t(`phases.${value}`) }))}
          />
          <NumberInput
            label={t('fields.withinSeconds')}
            value={step.withinSeconds}
            onChange={(seconds) => set({ withinSeconds: Number(seconds) })}
            min={5}
            max={86_400}
            allowDecimal={false}
            required
          />
        </div>
        <LocalizedInputs
          label={t('fields.title')}
          value={step.title}
          onChange={(value) => set({ title: value })}
          maxLength={120}
        />
        <LocalizedInputs
          label={t('fields.script')}
          value={step.script}
          onChange={(script) => set({ script })}
          maxLength={1_000}
          long
        />
        <LocalizedInputs
          label={t('fields.staff')}
          value={authority.staff}
          onChange={(staff) => set({ authority: { ...authority, staff } })}
          maxLength={300}
          long
        />
        <LocalizedInputs
          label={t('fields.manager')}
          value={authority.manager}
          onChange={(manager) => set({ authority: { ...authority, manager } })}
          maxLength={300}
          long
        />
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onEdit({ kind: 'move', key: step.key, by: -1 })}
          >
            {t('earlier', { title })}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onEdit({ kind: 'move', key: step.key, by: 1 })}
          >
            {t('later', { title })}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onEdit({ kind: 'remove', key: step.key })}
          >
            {t('removeStep', { title })}
          </Button>
        </Group>
      </Stack>
    </details>
  )
}
