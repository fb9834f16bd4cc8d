'use client'

import { Checkbox, Group, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { deskParts } from '@/domain/desks/desk-settings.ts'
import { type Language, languages } from '@/domain/language/language.ts'
import { useSettingChange } from '../use-setting-change.ts'
import type { DeskDetail, DeskPerson } from './desk-rows.ts'

/** Adds a colleague to the desk, or changes their part and languages there. */
export function MemberForm(props: {
  readonly desk: DeskDetail
  readonly member: DeskPerson | null
  readonly onClose: () => void
}) {
  const { desk, member } = props
  const t = useTranslations('organisation')
  const trpc = useTRPC()
  const change = useSettingChange()
  const people = useQuery(trpc.organisation.people.queryOptions(undefined, { enabled: member === null }))
  const others = (people.data ?? []).filter(({ id }) => !desk.members.some(({ personId }) => personId === id))
  const [chosen, setChosen] = useState('')
  const [part, setPart] = useState<DeskPerson['part']>(member?.part ?? 'member')
  const [spoken, setSpoken] = useState<string[]>(member?.languages ?? [])
  const personId = member?.personId ?? (chosen || others[0]?.id)
  const submit = async () => {
    if (personId === undefined) return
    const seen = { key: desk.key, expectedVersion: desk.version }
    const done = await change.run((organisation) =>
      organisation.setMember.mutate({ ...seen, personId, part, languages: spoken as Language[] }),
    )
    if (done) props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      size="xl"
      title={member === null ? t('members.add') : t('members.changeOf', { name: member.name })}
      submit={t('save')}
      pending={change.pending}
      failure={change.failure}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      {member === null && people.data !== undefined && others.length === 0 && <p>{t('members.allAdded')}</p>}
      {member === null && others.length > 0 && (
        <NativeSelect
          label={t('members.person')}
          value={personId ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          data-autofocus
        />
      )}
      <NativeSelect
        label={t('members.part')}
        value={part}
        onChange={(event) => setPart(event.currentTarget.value as DeskPerson['part'])}
        data={deskParts.map((value) => ({ value, label: t(`members.parts.${value}`) }))}
      />
      <Checkbox.Group label={t('members.serves')} value={spoken} onChange={setSpoken}>
        <Group mt={4}>
          {languages.map((language) => (
            <Checkbox key={language} value={language} label={t(`languages.${language}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </FormDialog>
  )
}
