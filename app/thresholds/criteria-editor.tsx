'use client'

import { Button, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { type MerchantCriteria, noMerchantCriteria } from '@/domain/screening/merchant-criteria.ts'
import { localInstant } from '@/domain/thresholds/local-instant.ts'
import { localDateOf } from '@/domain/time/local-date.ts'
import { withoutCriterion } from '@/domain/thresholds/without-criterion.ts'
import { NewCriterionForm } from './new-criterion-form.tsx'
import classes from './thresholds.module.css'

type Table = 'unmetByMerchant' | 'unmetByMcc' | 'unmetByCountry'
const tables: readonly Table[] = ['unmetByMerchant', 'unmetByMcc', 'unmetByCountry']

/** The security criteria with their weights, and who does not meet which; what is said of a merchant may end on a day. */
export const CriteriaEditor = memo(function CriteriaEditor(props: {
  readonly criteria: MerchantCriteria | undefined
  readonly onChange: ((criteria: MerchantCriteria) => void) | null
}) {
  const { onChange } = props
  const all = props.criteria ?? noMerchantCriteria
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const { organisation } = useShell()
  const [added, setAdded] = useState<Readonly<Record<Table, string>>>({
    ...{ unmetByMerchant: '', unmetByMcc: '', unmetByCountry: '' },
  })
  const change = (part: Partial<MerchantCriteria>) => onChange?.({ ...all, ...part })
  const names = all.criteria.map(({ key, name }) => ({ value: key, label: name[language] }))
  const setUntil = (whose: string, date: string) => {
    const { [whose]: _, ...others } = all.listedUntil ?? {}
    change({
      listedUntil:
        date === '' ? others : { ...others, [whose]: localInstant(`${date}T00:00`, organisation.zone) },
    })
  }
  return (
    <>
      <div className={classes.fields}>
        {all.criteria.map((criterion) => (
          <div key={criterion.key}>
            <NumberInput
              label={criterion.name[language]}
              description={t('fields.weight')}
              value={criterion.weight}
              readOnly={onChange === null}
              min={0.1}
              max={10}
              step={0.5}
              decimalScale={1}
              onChange={(weight) =>
                change({
                  criteria: all.criteria.map((one) =>
                    one.key === criterion.key ? { ...one, weight: Number(weight) } : one,
                  ),
                })
              }
            />
            {onChange !== null && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('removeCriterion', { name: criterion.name[language] })}
                onClick={() => onChange(withoutCriterion(all, criterion.key))}
              >
                {t('remove')}
              </Button>
            )}
          </div>
        ))}
      </div>
      {onChange !== null && (
        <NewCriterionForm
          taken={all.criteria.map(({ key }) => key)}
          onAdd={(criterion) => change({ criteria: [...all.criteria, criterion] })}
        />
      )}
      {tables.map((table) => (
        <details key={table} className={classes.rule}>
          <summary>
            <strong>{t(`fields.${table}`)}</strong>
            <span className={classes.quiet}>{t('entries', { count: Object.keys(all[table]).length })}</span>
          </summary>
          <ul className={classes.list}>
            {Object.entries(all[table]).map(([whose, keys]) => (
              <li key={whose} className={classes.fields}>
                <MultiSelect
                  label={whose}
                  data={names}
                  value={keys}
                  readOnly={onChange === null}
                  placeholder={keys.length === 0 ? t('noneUnmet') : undefined}
                  onChange={(next) => change({ [table]: { ...all[table], [whose]: next } })}
                />
                {table === 'unmetByMerchant' && (
                  <TextInput
                    type="date"
                    label={t('until')}
                    value={
                      all.listedUntil?.[whose] === undefined
                        ? ''
                        : localDateOf(all.listedUntil[whose], organisation.zone)
                    }
                    readOnly={onChange === null}
                    onChange={(event) => setUntil(whose, event.currentTarget.value)}
                  />
                )}
                {onChange !== null && (
                  <Button
                    variant="subtle"
                    onClick={() => {
                      const { [whose]: _, ...others } = all[table]
                      const { [whose]: __, ...until } = all.listedUntil ?? {}
                      change({
                        [table]: others,
                        ...(table === 'unmetByMerchant' && all.listedUntil !== undefined
                          ? { listedUntil: until }
                          : {}),
                      })
                    }}
                  >
                    {t('remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {onChange !== null && (
            <div className={classes.actions}>
              <TextInput
                label={t(`add.${table}`)}
                value={added[table]}
                maxLength={table === 'unmetByMerchant' ? 128 : 4}
                onChange={(event) => setAdded({ ...added, [table]: event.currentTarget.value })}
              />
              <Button
                variant="default"
                disabled={added[table].trim() === '' || Object.hasOwn(all[table], added[table].trim())}
                onClick={() => {
                  change({ [table]: { ...all[table], [added[table].trim()]: [] } })
                  setAdded({ ...added, [table]: '' })
                }}
              >
                {t('addEntry')}
              </Button>
            </div>
          )}
        </details>
      ))}
    </>
  )
})
