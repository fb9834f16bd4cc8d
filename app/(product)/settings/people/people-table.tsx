'use client'

import { Badge } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PersonActions } from './person-actions.tsx'
import type { PersonRow } from './person-row.ts'
import { RoleChoice } from './role-choice.tsx'

/** One line for each person. */
export function PeopleTable(props: { readonly people: readonly PersonRow[]; readonly mayChange: boolean }) {
  const t = useTranslations('access')
  return (
    <DataTable
      label={t('people.title')}
      rows={props.people}
      rowKey={(person) => person.personId}
      empty={<p role="status">{t('people.nobodyFits')}</p>}
      columns={[
        { key: 'name', header: t('people.name'), cell: (person) => <Name person={person} /> },
        { key: 'email', header: t('people.email'), cell: (person) => person.email },
        {
          key: 'role',
          header: t('people.role'),
          cell: (person) => (props.mayChange ? <RoleChoice person={person} /> : t(`roles.${person.role}`)),
        },
        {
          key: 'language',
          header: t('people.language'),
          cell: (person) => t(`languages.${person.language}`),
        },
        {
          key: 'status',
          header: t('people.status'),
          cell: (person) => <span style={{ whiteSpace: 'nowrap' }}>{t(`people.${person.status}`)}</span>,
        },
        {
          key: 'lastSeen',
          header: t('people.lastSeen'),
          cell: ({ lastSeenAt }) =>
            lastSeenAt === null ? t('people.never') : <Instant at={lastSeenAt.getTime()} style="dateTime" />,
        },
        ...(props.mayChange
          ? [
              {
                key: 'actions',
                header: t('people.actions'),
                cell: (person: PersonRow) => <PersonActions person={person} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Name({ person }: { readonly person: PersonRow }) {
  const t = useTranslations('access.people')
  return (
    <>
      {person.name} {person.demo && <Badge variant="default">{t('demo')}</Badge>}
    </>
  )
}
