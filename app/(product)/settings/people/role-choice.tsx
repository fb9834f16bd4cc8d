'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type Role, roles } from '@/domain/access/roles.ts'
import type { PersonRow } from './person-row.ts'
import { usePeopleChanges } from './use-people-changes.ts'

/** Gives the person another role as soon as it is chosen. */
export function RoleChoice({ person }: { readonly person: PersonRow }) {
  const t = useTranslations('access')
  const { changeRole } = usePeopleChanges()
  const { personId, version } = person
  return (
    <NativeSelect
      size="xs"
      aria-label={t('people.roleOf', { name: person.name })}
      value={changeRole.isPending ? changeRole.variables.role : person.role}
      disabled={changeRole.isPending}
      data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      onChange={(event) => changeRole.mutate({ personId, version, role: event.currentTarget.value as Role })}
    />
  )
}
