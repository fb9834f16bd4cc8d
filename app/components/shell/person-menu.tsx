'use client'

import { ActionIcon, Menu } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { useShell } from './shell-context.tsx'
import { signOut } from './sign-out.ts'

/** Who is signed in, in which role, and the way out. */
export function PersonMenu() {
  const t = useTranslations('shell')
  const account = useTranslations('access.account')
  const { person, organisation } = useShell()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={t('person', { name: person.name })}>
          <Icon name="person" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.name}
          <br />
          {t(`roles.${person.role}`)}
          <br />
          {t('organisation', { name: organisation.name, zone: organisation.zone })}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} href="/settings/account">
          {account('title')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
