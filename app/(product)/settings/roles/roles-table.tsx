'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Icon } from '@/app/components/line-icon.tsx'
import { type Action, isPermitted, permissions } from '@/domain/access/permissions.ts'
import { type Role, roles } from '@/domain/access/roles.ts'

const actions = Object.keys(permissions) as Action[]

/** Every action, and a tick for each role that may do it. */
export function RolesTable() {
  const t = useTranslations('access')
  return (
    <DataTable
      label={t('roles.title')}
      rows={actions}
      rowKey={(action) => action}
      columns={[
        { key: 'action', header: t('roles.may'), cell: (action) => <ActionWords action={action} /> },
        ...roles.map((role) => ({
          key: role,
          header: t(`roles.${role}`),
          cell: (action: Action) => <Tick role={role} action={action} />,
        })),
      ]}
    />
  )
}

/** The list's own English words where a language has none yet. */
function ActionWords({ action }: { readonly action: Action }) {
  const t = useTranslations('access.permissions')
  const key = action.replace('.', '_')
  return t.has(key) ? t(key) : permissions[action].description
}

function Tick({ role, action }: { readonly role: Role; readonly action: Action }) {
  const t = useTranslations('access.roles')
  const may = isPermitted(role, action)
  return (
    <span role="img" aria-label={may ? t('yes') : t('no')}>
      {may ? <Icon name="check" /> : null}
    </span>
  )
}
