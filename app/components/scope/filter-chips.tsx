'use client'

import { ActionIcon, Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { filterDimensions } from '@/domain/metrics/dimensions.ts'
import { type Filter, formatFilter } from '@/domain/metrics/filter.ts'
import type { ValueLabel } from './value-label.ts'
import classes from './scope.module.css'

const namedValues = 3

/** Every condition that narrows the page; a press turns `is` into `is not`, another takes it away. */
export function FilterChips(props: {
  readonly filters: readonly Filter[]
  readonly labelOf: ValueLabel
  readonly onChange: (filters: readonly Filter[]) => void
}) {
  const t = useTranslations('components.scope')
  const language = useLanguage()
  if (props.filters.length === 0) return null
  const without = (filter: Filter) => props.filters.filter((other) => other !== filter)
  return (
    <ul className={classes.chips} aria-label={t('filters')}>
      {props.filters.map((filter) => {
        const name = filterDimensions[filter.dimension].name[language]
        const values = valuesOf(filter, props.labelOf, t)
        const opposite: Filter = { ...filter, operator: filter.operator === 'is' ? 'isNot' : 'is' }
        return (
          <li key={formatFilter(filter)} className={classes.chip}>
            <span>{name}</span>
            <button
              type="button"
              className={classes.operator}
              title={t('turnAround')}
              onClick={() => props.onChange([...without(filter), opposite])}
            >
              {t(`operators.${filter.operator}`)}
            </button>
            <span className={classes.values}>{values}</span>
            <ActionIcon
              size={24}
              aria-label={t('removeFilter', { name, values })}
              onClick={() => props.onChange(without(filter))}
            >
              <Icon name="close" size={10} />
            </ActionIcon>
          </li>
        )
      })}
      <li>
        <Button variant="subtle" size="compact-xs" onClick={() => props.onChange([])}>
          {t('clear')}
        </Button>
      </li>
    </ul>
  )
}

function valuesOf(
  filter: Filter,
  labelOf: ValueLabel,
  t: (key: string, values: { count: number }) => string,
): string {
  const labels = filter.values.slice(0, namedValues).map((value) => labelOf(filter.dimension, value))
  const rest = filter.values.length - labels.length
  return rest === 0 ? labels.join(', ') : `${labels.join(', ')} ${t('andMore', { count: rest })}`
}
