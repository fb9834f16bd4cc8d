'use client'

import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { CareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { FileMenu } from '../file-menu.tsx'
import { type BacklogCell, careExportHref, careExportPageHref, type RowPart } from './care-rows-href.ts'

/** The rows behind a figure as a file, for programs or for a spreadsheet; only where the role may. */
export function CareExportMenu(props: {
  readonly metric: CareMetricKey
  readonly scope: Scope
  readonly part?: RowPart
  readonly cell?: BacklogCell
}) {
  const may = useMay('analytics.export')
  if (!may) return null
  const { metric, scope, part = 'counted', cell = { turn: null, age: null } } = props
  return (
    <FileMenu
      href={(dialect) => careExportHref(metric, scope, part, dialect, cell)}
      later={careExportPageHref(metric, scope, part, cell)}
    />
  )
}
