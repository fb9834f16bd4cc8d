'use client'

import { Group, Kbd, Modal, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { isPermitted } from '@/domain/access/permissions.ts'
import { shortcuts } from './shortcuts.ts'
import { useShell } from './shell-context.tsx'
import classes from './shell.module.css'
import { usePreferences } from './use-preferences.ts'

/** What every key does, and the switch that turns them all off. */
export function ShortcutsSheet(props: { readonly onClose: () => void }) {
  const t = useTranslations('shell')
  const { person } = useShell()
  const { chooseShortcuts } = usePreferences()
  const shown = shortcuts.filter(
    ({ permission }) => permission === undefined || isPermitted(person.role, permission),
  )
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      <dl style={{ margin: 0 }}>
        {shown.map(({ keys, words }) => (
          <div key={words} className={classes.keyRow}>
            <dt>{t(`shortcuts.${words}`)}</dt>
            <dd style={{ margin: 0 }}>
              <Group gap={4} wrap="nowrap">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </Group>
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        checked={person.shortcuts}
        onChange={(event) => chooseShortcuts(event.currentTarget.checked)}
        label={t('shortcuts.enabled')}
        description={t('shortcuts.enabledNote')}
      />
    </Modal>
  )
}
