'use client'

import { ActionIcon } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'
import { languages } from '@/domain/language/language.ts'
import { usePreferences } from './use-preferences.ts'

/** Each language under its own name, so that nobody is lost in a language that they cannot read. */
const ownNames = { en: 'English', pl: 'Polski', ru: 'Русский' } as const

/** Switches the language; kept with the person, before sign-in on this computer. */
export function LanguageMenu() {
  const t = useTranslations('shell')
  const current = useLocale()
  const { chooseLanguage } = usePreferences()
  const choose = (value: string) => {
    const language = languages.find((known) => known === value)
    if (language !== undefined) chooseLanguage(language)
  }
  return (
    <MenuButton
      button={
        <ActionIcon aria-label={t('language')}>
          <Icon name="language" />
        </ActionIcon>
      }
      entries={[
        {
          kind: 'choices',
          key: 'languages',
          value: current,
          choices: languages.map((value) => ({ value, label: ownNames[value], lang: value })),
          onChoose: choose,
        },
      ]}
    />
  )
}
