'use client'

import { AppShell } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import type { SignedIn } from '@/domain/access/actor.ts'
import { Header } from './header.tsx'
import { NavigationLinks } from './navigation-links.tsx'
import { ShellContext } from './shell-context.tsx'
import classes from './shell.module.css'
import { ShellOverlays } from './shell-overlays.tsx'

/** The frame of every page: header, navigation by role, command palette and the sheet of shortcuts. */
export function Shell(props: {
  readonly person: SignedIn
  readonly organisation: { readonly name: string; readonly zone: string; readonly demo: boolean }
  readonly children: ReactNode
}) {
  const t = useTranslations('shell')
  const [open, { toggle, close }] = useDisclosure(false)
  const [sheetOpen, sheet] = useDisclosure(false)
  const [asks, setAsks] = useState(0)
  const ask = () => setAsks((before) => before + 1)
  const path = usePathname()
  useEffect(() => close(), [path, close])
  return (
    <ShellContext value={{ person: props.person, organisation: props.organisation }}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !open } }}
        padding={{ base: 'sm', sm: 'lg' }}
        transitionDuration={0}
      >
        <AppShell.Header className={classes.header}>
          <Header
            navigationOpen={open}
            onToggleNavigation={toggle}
            onOpenShortcuts={sheet.open}
            onSearch={ask}
          />
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar} data-open={open} aria-label={t('navigation.label')}>
          <NavigationLinks onFollow={close} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          {props.children}
        </AppShell.Main>
      </AppShell>
      <ShellOverlays
        palette={{ asks, onAsk: ask }}
        sheet={{ opened: sheetOpen, onOpen: sheet.open, onClose: sheet.close }}
      />
    </ShellContext>
  )
}
