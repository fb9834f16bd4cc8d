'use client'

import { ActionIcon, Burger } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { Hint } from '@/app/components/overlay/hint.tsx'
import { NotificationBell } from '@/app/notifications/notification-bell.tsx'
import { ColourSchemeMenu } from './colour-scheme-menu.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { PersonMenu } from './person-menu.tsx'
import { useShell } from './shell-context.tsx'
import classes from './shell.module.css'

/** Product, organisation with its zone, search, language, colours and the person. */
export function Header(props: {
  readonly navigationOpen: boolean
  readonly onToggleNavigation: () => void
  readonly onOpenShortcuts: () => void
  readonly onSearch: () => void
}) {
  const t = useTranslations('shell')
  const { organisation } = useShell()
  return (
    <div className={classes.bar}>
      <Burger
        opened={props.navigationOpen}
        onClick={props.onToggleNavigation}
        hiddenFrom="sm"
        size="sm"
        aria-label={t('navigation.toggle')}
        aria-expanded={props.navigationOpen}
      />
      <Link href="/" className={classes.brand}>
        {t('product')}
      </Link>
      <span className={`${classes.organisation} ${classes.hideNarrow}`}>
        {t('organisation', { name: organisation.name, zone: organisation.zone })}
      </span>
      <span className={classes.spacer} />
      <Hint label={t('search')}>
        <ActionIcon onClick={props.onSearch} aria-label={t('search')}>
          <Icon name="search" />
        </ActionIcon>
      </Hint>
      <Hint label={t('shortcuts.title')}>
        <ActionIcon
          onClick={props.onOpenShortcuts}
          aria-label={t('shortcuts.title')}
          className={classes.hideNarrow}
        >
          <Icon name="keyboard" />
        </ActionIcon>
      </Hint>
      <NotificationBell />
      <LanguageMenu />
      <ColourSchemeMenu />
      <PersonMenu />
    </div>
  )
}
