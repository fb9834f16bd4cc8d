'use client'

import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { navigationFor } from '@/app/(product)/navigation-for.ts'
import { Icon } from '@/app/components/line-icon.tsx'
import { languages } from '@/domain/language/language.ts'
import { colourSchemes } from '@/app/theme/colour-scheme.ts'
import { useShell } from './shell-context.tsx'
import classes from './shell.module.css'
import { useSearchResults } from './use-search-results.ts'
import { usePreferences } from './use-preferences.ts'

/** Pages, actions and what a search finds; every further ask opens it again. */
export function CommandPalette({ asks }: { readonly asks: number }) {
  const t = useTranslations('shell')
  const pages = usePageActions()
  const actions = useOwnActions()
  const search = useSearchResults()
  useEffect(() => spotlight.open(), [asks])
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => markFirst(input.current), [search.found])
  return (
    <Spotlight
      actions={[...search.groups, pages, actions]}
      shortcut={null}
      query={search.query}
      onQueryChange={search.setQuery}
      nothingFound={t('palette.nothing')}
      searchProps={{
        ref: input,
        placeholder: t('palette.placeholder'),
        'aria-label': t('search'),
        leftSection: <Icon name="search" />,
      }}
      scrollable
      attributes={{ content: { 'aria-label': t('search') } }}
      classNames={{ action: classes.found }}
      maxHeight={420}
      transitionProps={{ duration: 0 }}
    />
  )
}

/**
 * The palette marks its first entry for Enter when the text changes, which is before the server has answered: where nothing else
 * was there to mark, what was found is marked as the key for it does.
 */
function markFirst(input: HTMLInputElement | null): void {
  const palette = input?.closest('[role="dialog"]')
  if (!palette?.querySelector('[data-action]') || palette.querySelector('[data-selected]')) return
  input?.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown', key: 'ArrowDown', bubbles: true }))
}

function usePageActions(): SpotlightActionGroupData {
  const t = useTranslations()
  const router = useRouter()
  const { person } = useShell()
  return {
    group: t('shell.palette.pages'),
    actions: navigationFor(person.role).flatMap((group) =>
      group.entries.map((entry) => ({
        id: entry.href,
        label: group.label === null ? t(entry.label) : `${t(group.label)} › ${t(entry.label)}`,
        onClick: () => router.push(entry.href),
      })),
    ),
  }
}

function useOwnActions(): SpotlightActionGroupData {
  const t = useTranslations('shell')
  const { chooseLanguage, chooseColourScheme } = usePreferences()
  return {
    group: t('palette.actions'),
    actions: [
      ...languages.map((language) => ({
        id: `language-${language}`,
        label: t(`palette.language.${language}`),
        onClick: () => chooseLanguage(language),
      })),
      ...colourSchemes.map((scheme) => ({
        id: `colours-${scheme}`,
        label: t('palette.colours', { name: t(`colours.${scheme}`) }),
        onClick: () => chooseColourScheme(scheme),
      })),
    ],
  }
}
