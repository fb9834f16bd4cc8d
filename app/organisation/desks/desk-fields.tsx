'use client'

import { Button, Checkbox, Group, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { DeskSettings } from '@/domain/desks/desk-settings.ts'
import { LocalizedInputs, unwritten } from '../localized-inputs.tsx'
import classes from '../organisation.module.css'

/** A desk as its form holds it. */
export type DeskDraft = Omit<DeskSettings, 'phone'> & { readonly phone: string }

/** What the server takes of a draft. */
export function settingsOf({ phone, ...draft }: DeskDraft): DeskSettings {
  return { ...draft, phone: phone.trim() === '' ? null : phone.trim() }
}

/** Name, number, time to accept and the brief of a desk. */
export function DeskFields(props: {
  readonly draft: DeskDraft
  readonly onChange: (change: Partial<DeskDraft>) => void
}) {
  const t = useTranslations('organisation')
  const { draft, onChange } = props
  const { briefFields } = draft
  const setField = (index: number, change: Partial<DeskDraft['briefFields'][number]>) =>
    onChange({
      briefFields: briefFields.map((field, at) => (at === index ? { ...field, ...change } : field)),
    })
  return (
    <>
      <LocalizedInputs
        label={t('name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={120}
      />
      <div className={classes.languages}>
        <TextInput
          label={t('desks.phone')}
          description={t('desks.phoneText')}
          value={draft.phone}
          onChange={(event) => onChange({ phone: event.currentTarget.value })}
          maxLength={40}
          type="tel"
        />
        <NumberInput
          label={t('desks.acceptMinutes')}
          description={t('desks.acceptText')}
          value={draft.acceptMinutes}
          onChange={(minutes) => onChange({ acceptMinutes: Number(minutes) })}
          min={1}
          max={10_080}
          allowDecimal={false}
          required
        />
      </div>
      <div>
        <strong>{t('desks.brief')}</strong>
        <p className={classes.dimmed}>{t('desks.briefText')}</p>
      </div>
      {briefFields.map((field, index) => (
        <fieldset key={index} className={classes.fieldset}>
          <legend>{t('desks.briefField', { number: index + 1 })}</legend>
          <LocalizedInputs
            label={t('desks.briefLabel')}
            value={field.label}
            onChange={(label) => setField(index, { label })}
            maxLength={120}
          />
          <Group mt="xs" align="end">
            <TextInput
              label={t('desks.briefKey')}
              value={field.key}
              onChange={(event) => setField(index, { key: event.currentTarget.value })}
              pattern="[a-z0-9][a-z0-9\-]*"
              maxLength={60}
              required
            />
            <Checkbox
              label={t('desks.briefRequired')}
              checked={field.required}
              onChange={(event) => setField(index, { required: event.currentTarget.checked })}
              mb={8}
            />
            <Button
              variant="default"
              onClick={() => onChange({ briefFields: briefFields.filter((_, at) => at !== index) })}
            >
              {t('remove')}
            </Button>
          </Group>
        </fieldset>
      ))}
      <Group>
        <Button
          variant="default"
          disabled={briefFields.length >= 12}
          onClick={() =>
            onChange({
              briefFields: [
                ...briefFields,
                { key: `field-${briefFields.length + 1}`, label: unwritten, required: false },
              ],
            })
          }
        >
          {t('desks.briefAdd')}
        </Button>
      </Group>
    </>
  )
}
