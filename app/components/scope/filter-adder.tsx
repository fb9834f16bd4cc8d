'use client'

import { Button, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'
import type { MenuEntry } from '@/app/components/overlay/menu-entry.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { type FilterDimensionKey, filterDimensions } from '@/domain/metrics/dimensions.ts'
import { type Filter, makeFilter } from '@/domain/metrics/filter.ts'
import classes from './scope.module.css'

/** The values of each dimension that can be chosen from. */
export type FilterChoices = Readonly<
  Partial<Record<FilterDimensionKey, readonly { readonly value: string; readonly label: string }[]>>
>

/** Adds a condition: first the dimension, then one of its values. */
export function FilterAdder(props: {
  readonly choices: FilterChoices
  readonly onAdd: (filter: Filter) => void
}) {
  const t = useTranslations('components.scope')
  const language = useLanguage()
  const [dimension, setDimension] = useState<FilterDimensionKey | null>(null)
  const [sought, setSought] = useState('')
  const offered = Object.keys(props.choices) as FilterDimensionKey[]
  const values = (dimension === null ? [] : (props.choices[dimension] ?? [])).filter(({ label }) =>
    label.toLocaleLowerCase(language).includes(sought.toLocaleLowerCase(language)),
  )
  const entries: MenuEntry[] =
    dimension === null
      ? offered.map((key) => ({
          kind: 'action',
          key,
          label: filterDimensions[key].name[language],
          onChoose: () => setDimension(key),
          staysOpen: true,
        }))
      : [
          { kind: 'content', key: 'sought', content: <SoughtValue sought={sought} onSeek={setSought} /> },
          ...values.map(({ value, label }) => ({
            kind: 'action' as const,
            key: `value-${value}`,
            label,
            onChoose: () => props.onAdd(makeFilter(dimension, 'is', [value])),
          })),
        ]
  return (
    <MenuButton
      position="bottom-start"
      className={classes.adder}
      onClose={() => {
        setDimension(null)
        setSought('')
      }}
      button={
        <Button variant="default" leftSection={<Icon name="filter" size={14} />}>
          {t('addFilter')}
        </Button>
      }
      entries={entries}
    />
  )
}

function SoughtValue(props: { readonly sought: string; readonly onSeek: (sought: string) => void }) {
  const t = useTranslations('components.scope')
  return (
    <TextInput
      size="xs"
      data-autofocus
      aria-label={t('seekValue')}
      placeholder={t('seekValue')}
      value={props.sought}
      onChange={(event) => props.onSeek(event.currentTarget.value)}
    />
  )
}
