import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import type { Scope, ScopeTexts } from '@/domain/metrics/scope.ts'

/** What every figure of the page gets. */
export interface FigureProps {
  readonly scope: Scope
  readonly texts: ScopeTexts
  readonly labelOf: ValueLabel
}
