'use client'

import { exportHref, exportPageHref } from '@/app/(product)/alerts/rows-href.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { RowKind } from '@/domain/metrics/metric.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { FileMenu } from '../file-menu.tsx'

/** The rows of this scope as a file, for programs or for a spreadsheet; only where the role may. */
export function ExportMenu({ scope, kind = 'alerts' }: { readonly scope: Scope; readonly kind?: RowKind }) {
  const may = useMay('analytics.export')
  if (!may) return null
  return <FileMenu href={(dialect) => exportHref(kind, scope, dialect)} later={exportPageHref(kind, scope)} />
}
