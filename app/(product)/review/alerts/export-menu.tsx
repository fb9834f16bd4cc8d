'use client'

import { Button, Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { exportHref } from '@/app/(product)/alerts/rows-href.ts'
import { Icon } from '@/app/components/line-icon.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { RowKind } from '@/domain/metrics/metric.ts'
import type { Scope } from '@/domain/metrics/scope.ts'

/** The rows of this scope as a file, for programs or for a spreadsheet; only where the role may. */
export function ExportMenu({ scope, kind = 'alerts' }: { readonly scope: Scope; readonly kind?: RowKind }) {
  const t = useTranslations('review.export')
  const may = useMay('analytics.export')
  if (!may) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="download" size={14} />}>
          {t('label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportHref(kind, scope, 'plain')}>
          {t('plain')}
        </Menu.Item>
        <Menu.Item component="a" href={exportHref(kind, scope, 'excel')}>
          {t('excel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
