'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useShortcuts } from '@/app/components/shell/use-shortcuts.ts'
import { formatZone } from '@/domain/format/format-instant.ts'
import { withFilter } from '@/domain/metrics/filter.ts'
import { periodContextOf } from '@/domain/metrics/resolve-scope.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import type { CalendarUnit } from '@/domain/time/calendar-unit.ts'
import type { PeriodContext } from '@/domain/time/resolve-period.ts'
import { shiftPeriod } from '@/domain/time/shift-period.ts'
import { BucketPicker } from './bucket-picker.tsx'
import { ComparisonPicker } from './comparison-picker.tsx'
import { FilterAdder, type FilterChoices } from './filter-adder.tsx'
import { FilterChips } from './filter-chips.tsx'
import { pageFor } from './period-choices.ts'
import { PeriodPicker } from './period-picker.tsx'
import classes from './scope.module.css'
import { PrintedScope } from './printed-scope.tsx'
import type { ScopeState } from './use-scope.ts'
import type { ValueLabel } from './value-label.ts'

/**
 * What the whole page looks at: period, comparison, width of points, filters and zone. Every change goes into the URL and is
 * one Back step.
 */
export function ScopeBar(props: {
  readonly state: ScopeState
  readonly choices?: FilterChoices
  readonly labelOf?: ValueLabel
  /** A page of rows has nothing to compare and no points. */
  readonly rowsOnly?: boolean
  /** What the key `E` does on this page. */
  readonly onExport?: () => void
}) {
  const t = useTranslations('components.scope')
  const { organisation } = useShell()
  const [now] = useState(() => Date.now())
  const { scope, setScope, problems } = props.state
  const whole = { zone: scope.zone ?? organisation.zone, now }
  const context = scope.period.kind === 'all' ? whole : periodContextOf(scope, whole)
  const change = (part: Partial<Scope>) => setScope({ ...scope, ...part })
  const labelOf = props.labelOf ?? ((_, value) => value)
  useScopeShortcuts(props.state, context, props.onExport)
  return (
    <>
      <div className={classes.bar} role="group" aria-label={t('label')} data-no-print>
        <div className={classes.controls}>
          <PeriodPicker period={scope.period} context={context} onChange={(period) => change({ period })} />
          {props.rowsOnly !== true && (
            <>
              <ComparisonPicker scope={scope} context={context} onChange={(compare) => change({ compare })} />
              <BucketPicker scope={scope} context={whole} onChange={(bucket) => change({ bucket })} />
            </>
          )}
          {props.choices !== undefined && (
            <FilterAdder
              choices={props.choices}
              onAdd={(filter) => change({ filters: withFilter(scope.filters, filter) })}
            />
          )}
          <Checkbox
            size="xs"
            label={t('completeOnly')}
            checked={scope.completeOnly}
            onChange={(event) => change({ completeOnly: event.currentTarget.checked })}
          />
          <span className={classes.zone}>{formatZone(context.zone, now)}</span>
        </div>
        <FilterChips filters={scope.filters} labelOf={labelOf} onChange={(filters) => change({ filters })} />
        {problems.length > 0 && (
          <p role="alert" className={classes.problems}>
            {[t('unreadable'), ...problems.map((part) => t(`unreadableParts.${part}`))].join(' ')}
          </p>
        )}
      </div>
      <PrintedScope scope={scope} context={context} labelOf={labelOf} />
    </>
  )
}

function useScopeShortcuts(state: ScopeState, context: PeriodContext, onExport?: () => void): void {
  const { scope, setScope } = state
  const lastComparison = useRef(scope.compare ?? ({ kind: 'previous' } as const))
  const turnTo = (unit: CalendarUnit) => setScope({ ...scope, period: pageFor(scope.period, unit, context) })
  const shift = (step: -1 | 1) => {
    const period = shiftPeriod(scope.period, step, context)
    if (period !== null) setScope({ ...scope, period })
  }
  const toggleComparison = () => {
    if (scope.compare !== null) lastComparison.current = scope.compare
    setScope({ ...scope, compare: scope.compare === null ? lastComparison.current : null })
  }
  useShortcuts([
    ['D', () => turnTo('day')],
    ['W', () => turnTo('week')],
    ['M', () => turnTo('month')],
    ['Y', () => turnTo('year')],
    ['ArrowLeft', () => shift(-1), { preventDefault: false }],
    ['ArrowRight', () => shift(1), { preventDefault: false }],
    ['X', toggleComparison],
    ['E', () => onExport?.()],
    [
      'Escape',
      () => scope.filters.length > 0 && setScope({ ...scope, filters: [] }),
      { preventDefault: false },
    ],
  ])
}
