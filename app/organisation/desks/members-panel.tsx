'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useSettingChange } from '../use-setting-change.ts'
import type { DeskDetail, DeskPerson } from './desk-rows.ts'
import { MemberForm } from './member-form.tsx'

/** Who belongs to the desk, as what, and in which languages they serve customers. */
export function MembersPanel({
  desk,
  mayChange,
}: {
  readonly desk: DeskDetail
  readonly mayChange: boolean
}) {
  const t = useTranslations('organisation')
  const change = useSettingChange()
  const [editing, setEditing] = useState<DeskPerson | 'new' | null>(null)
  const remove = ({ personId }: DeskPerson) =>
    void change.run((organisation) =>
      organisation.removeMember.mutate({ key: desk.key, expectedVersion: desk.version, personId }),
    )
  return (
    <Panel
      title={t('members.title')}
      actions={
        mayChange && (
          <Button variant="default" onClick={() => setEditing('new')}>
            {t('members.add')}
          </Button>
        )
      }
    >
      {change.failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {change.failure}
        </Alert>
      )}
      <DataTable
        label={t('members.title')}
        rows={desk.members}
        rowKey={({ personId }) => personId}
        empty={<NoData text={t('members.none')} />}
        columns={[
          {
            key: 'name',
            header: t('members.person'),
            cell: ({ name, active }) => (active ? name : `${name} · ${t('members.left')}`),
          },
          { key: 'part', header: t('members.part'), cell: ({ part }) => t(`members.parts.${part}`) },
          {
            key: 'languages',
            header: t('members.serves'),
            cell: ({ languages }) =>
              languages.length === 0
                ? t('members.servesNone')
                : languages.map((language) => t(`languages.${language}`)).join(', '),
          },
          {
            key: 'actions',
            header: t('change'),
            align: 'end',
            cell: (member) =>
              mayChange && (
                <Group gap={6} justify="flex-end" wrap="nowrap">
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t('members.changeOf', { name: member.name })}
                    onClick={() => setEditing(member)}
                  >
                    {t('change')}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t('members.removeOf', { name: member.name })}
                    onClick={() => remove(member)}
                  >
                    {t('remove')}
                  </Button>
                </Group>
              ),
          },
        ]}
      />
      {editing !== null && (
        <MemberForm
          desk={desk}
          member={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}
