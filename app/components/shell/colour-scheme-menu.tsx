'use client'

import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'
import { colourSchemes } from '@/app/theme/colour-scheme.ts'
import { usePreferences } from './use-preferences.ts'

/** Light, dark, or as the system is. */
export function ColourSchemeMenu() {
  const t = useTranslations('shell')
  const { colorScheme: current } = useMantineColorScheme()
  const { chooseColourScheme } = usePreferences()
  const choose = (value: string) => {
    const scheme = colourSchemes.find((known) => known === value)
    if (scheme !== undefined) chooseColourScheme(scheme)
  }
  return (
    <MenuButton
      button={
        <ActionIcon aria-label={t('colours.label')}>
          <Icon name={current} />
        </ActionIcon>
      }
      entries={[
        {
          kind: 'choices',
          key: 'colours',
          value: current,
          choices: colourSchemes.map((value) => ({ value, label: t(`colours.${value}`) })),
          onChoose: choose,
        },
      ]}
    />
  )
}
