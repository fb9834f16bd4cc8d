'use client'

import { Button, Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { CareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { type BacklogCell, careExportHref, type RowPart } from './care-rows-href.ts'

/** The rows behind a figure as a file, for programs or for a spreadsheet; only where the role may. */
export function CareExportMenu(props: {
  readonly metric: CareMetricKey
  readonly scope: Scope
  readonly part?: RowPart
  readonly cell?: BacklogCell
}) {
  const t = useTranslations('review.export')
  const may = useMay('analytics.export')
  if (!may) return null
  const href = (dialect: 'plain' | 'excel') =>
    careExportHref(
      props.metric,
      props.scope,
      props.part ?? 'counted',
      dialect,
      props.cell ?? { turn: null, age: null },
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="download" size={14} />}>
          {t('label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href('plain')}>
          {t('plain')}
        </Menu.Item>
        <Menu.Item component="a" href={href('excel')}>
          {t('excel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
