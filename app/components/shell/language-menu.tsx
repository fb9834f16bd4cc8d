'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { languages } from '@/domain/language/language.ts'
import { usePreferences } from './use-preferences.ts'

/** Each language under its own name, so that nobody is lost in a language that they cannot read. */
const ownNames = { en: 'English', pl: 'Polski', ru: 'Русский' } as const

/** Switches the language; kept with the person, before sign-in on this computer. */
export function LanguageMenu() {
  const t = useTranslations('shell')
  const current = useLocale()
  const { chooseLanguage } = usePreferences()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('language')}>
          <Icon name="language" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={current}>
          {languages.map((language) => (
            <Menu.RadioItem
              key={language}
              value={language}
              lang={language}
              closeMenuOnClick
              onChange={() => chooseLanguage(language)}
            >
              {ownNames[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
