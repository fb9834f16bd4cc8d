'use client'

import { ActionIcon } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'
import { useShell } from './shell-context.tsx'
import { signOut } from './sign-out.ts'

/** Who is signed in, in which role, and the way out. */
export function PersonMenu() {
  const t = useTranslations('shell')
  const account = useTranslations('access.account')
  const { person, organisation } = useShell()
  const whose = (
    <>
      {person.name}
      <br />
      {t(`roles.${person.role}`)}
      <br />
      {t('organisation', { name: organisation.name, zone: organisation.zone })}
    </>
  )
  return (
    <MenuButton
      width={240}
      button={
        <ActionIcon aria-label={t('person', { name: person.name })}>
          <Icon name="person" />
        </ActionIcon>
      }
      entries={[
        { kind: 'heading', key: 'person', label: whose },
        { kind: 'divider', key: 'divider' },
        { kind: 'link', key: 'account', label: account('title'), href: '/settings/account' },
        { kind: 'action', key: 'signOut', label: t('signOut'), onChoose: () => void signOut() },
      ]}
    />
  )
}
