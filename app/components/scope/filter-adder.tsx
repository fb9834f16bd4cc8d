'use client'

import { Button, Menu, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
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
  return (
    <Menu
      position="bottom-start"
      onClose={() => {
        setDimension(null)
        setSought('')
      }}
    >
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="filter" size={14} />}>
          {t('addFilter')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.adder}>
        {dimension === null
          ? offered.map((key) => (
              <Menu.Item key={key} closeMenuOnClick={false} onClick={() => setDimension(key)}>
                {filterDimensions[key].name[language]}
              </Menu.Item>
            ))
          : [
              <TextInput
                key="sought"
                size="xs"
                data-autofocus
                aria-label={t('seekValue')}
                placeholder={t('seekValue')}
                value={sought}
                onChange={(event) => setSought(event.currentTarget.value)}
              />,
              ...values.map(({ value, label }) => (
                <Menu.Item key={value} onClick={() => props.onAdd(makeFilter(dimension, 'is', [value]))}>
                  {label}
                </Menu.Item>
              )),
            ]}
      </Menu.Dropdown>
    </Menu>
  )
}
