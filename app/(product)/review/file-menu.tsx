'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'

/** The same rows as a file, for programs or for a spreadsheet. */
export function FileMenu({ href }: { readonly href: (dialect: 'plain' | 'excel') => string }) {
  const t = useTranslations('review.export')
  return (
    <MenuButton
      button={
        <Button variant="default" leftSection={<Icon name="download" size={14} />}>
          {t('label')}
        </Button>
      }
      entries={(['plain', 'excel'] as const).map((dialect) => ({
        kind: 'file',
        key: dialect,
        label: t(dialect),
        href: href(dialect),
      }))}
    />
  )
}
