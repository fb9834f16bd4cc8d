'use client'

import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { CaseKindSettings } from '@/domain/cases/case-kind.ts'
import { usualContactMinutes } from '@/domain/cases/next-contact.ts'
import { LocalizedInputs, unwritten } from '../localized-inputs.tsx'
import classes from '../organisation.module.css'
import { useSettingChange } from '../use-setting-change.ts'
import type { KindRow } from './kind-rows.ts'

const blank: CaseKindSettings = {
  ...{
    name: unwritten,
    emergency: false,
    targetMinutes: 480,
    contactMinutes: usualContactMinutes(false),
    playbookKey: null,
    active: true,
    position: 100,
  },
}

/** A new kind of case, or one that changes; running cases keep what they began with. */
export function KindForm({ kind, onClose }: { readonly kind: KindRow | null; readonly onClose: () => void }) {
  const t = useTranslations('organisation')
  const language = useLanguage()
  const trpc = useTRPC()
  const change = useSettingChange()
  const playbooks = useQuery(trpc.organisation.playbooks.queryOptions())
  const [key, setKey] = useState('')
  const [draft, setDraft] = useState<CaseKindSettings>(() => (kind === null ? blank : settingsOf(kind)))
  const set = (more: Partial<CaseKindSettings>) => setDraft((before) => ({ ...before, ...more }))
  const firstPlaybook = playbooks.data?.[0]?.key ?? null
  const submit = async () => {
    const settings = { ...draft, playbookKey: draft.emergency ? (draft.playbookKey ?? firstPlaybook) : null }
    const done = await change.run((organisation) =>
      kind === null
        ? organisation.addKind.mutate({ key, settings })
        : organisation.changeKind.mutate({ key: kind.key, expectedVersion: kind.version, settings }),
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      gap="sm"
      size="xl"
      title={kind === null ? t('kinds.add') : t('kinds.changeOf', { name: kind.name[language] })}
      submit={t('save')}
      pending={change.pending}
      failure={change.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {kind === null && (
        <TextInput
          label={t('key')}
          description={t('keyText')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          pattern="[a-z0-9][a-z0-9\-]*"
          maxLength={60}
          required
          data-autofocus
        />
      )}
      <LocalizedInputs
        label={t('name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={120}
      />
      <div className={classes.languages}>
        <NumberInput
          label={t('kinds.targetMinutes')}
          description={t('kinds.targetText')}
          value={draft.targetMinutes}
          onChange={(minutes) => set({ targetMinutes: Number(minutes) })}
          min={1}
          max={525_600}
          allowDecimal={false}
          required
        />
        <NumberInput
          label={t('kinds.contactMinutes')}
          description={t('kinds.contactText')}
          value={draft.contactMinutes}
          onChange={(minutes) => set({ contactMinutes: Number(minutes) })}
          min={1}
          max={43_200}
          allowDecimal={false}
          required
        />
        <NumberInput
          label={t('kinds.position')}
          description={t('kinds.positionText')}
          value={draft.position}
          onChange={(position) => set({ position: Number(position) })}
          min={0}
          max={9_999}
          allowDecimal={false}
          required
        />
      </div>
      <Checkbox
        label={t('kinds.emergency')}
        description={t('kinds.emergencyText')}
        checked={draft.emergency}
        onChange={(event) => set({ emergency: event.currentTarget.checked })}
      />
      {draft.emergency && (
        <NativeSelect
          label={t('kinds.playbook')}
          value={draft.playbookKey ?? firstPlaybook ?? ''}
          onChange={(event) => set({ playbookKey: event.currentTarget.value })}
          data={(playbooks.data ?? []).map((one) => ({ value: one.key, label: one.name[language] }))}
          required
        />
      )}
      <Checkbox
        label={t('kinds.active')}
        checked={draft.active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}

function settingsOf({ key: _key, version: _version, ...settings }: KindRow): CaseKindSettings {
  return settings
}
