'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'

/** The same rows as a file, for programs or for a spreadsheet: at once, or made in the background. */
export function FileMenu(props: {
  readonly href: (dialect: 'plain' | 'excel') => string
  /** The page that has the file made in the background; absent where lists are always short. */
  readonly later?: string
}) {
  const t = useTranslations('review.export')
  const { href, later } = props
  return (
    <MenuButton
      button={
        <Button variant="default" leftSection={<Icon name="download" size={14} />}>
          {t('label')}
        </Button>
      }
      entries={[
        ...(['plain', 'excel'] as const).map((dialect) => ({
          kind: 'file' as const,
          key: dialect,
          label: t(dialect),
          href: href(dialect),
        })),
        ...(later === undefined
          ? []
          : [{ kind: 'link' as const, key: 'later', label: t('later'), href: later }]),
      ]}
    />
  )
}
