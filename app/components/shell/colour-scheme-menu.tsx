'use client'

import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { colourSchemes } from '@/app/theme/colour-scheme.ts'
import { usePreferences } from './use-preferences.ts'

/** Light, dark, or as the system is. */
export function ColourSchemeMenu() {
  const t = useTranslations('shell')
  const { colorScheme: current } = useMantineColorScheme()
  const { chooseColourScheme } = usePreferences()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('colours.label')}>
          <Icon name={current} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={current}>
          {colourSchemes.map((scheme) => (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              closeMenuOnClick
              onChange={() => chooseColourScheme(scheme)}
            >
              {t(`colours.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
