'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { AlertData, AlertEvaluation } from './alert-data.ts'
import classes from './alert.module.css'
import { type ReadingWords, writeReading } from './write-reading.ts'

/** What is shown of every reading. */
type ReadingsData = Pick<AlertData, 'evaluations' | 'transaction' | 'revisions'>

/** Every rule with its value or the reason why there is none, its threshold, and how far it was from firing. */
export function RulesLookedAt({ data }: { readonly data: ReadingsData }) {
  const t = useTranslations('alerts.page')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const folded = data.evaluations.filter(({ lineNo, fired }) => lineNo === null || fired)
  const rows = all ? data.evaluations : folded
  const write = (row: AlertEvaluation, value: number | null) =>
    writeReading(value, row.unit, {
      language,
      currency: data.transaction.currency,
      words: t as ReadingWords,
    })
  return (
    <>
      <p className={classes.quiet}>{t('rulesLead', { version: data.revisions[0]?.ruleSetVersion ?? 0 })}</p>
      <DataTable
        label={t('rules')}
        rows={rows.toSorted((left, right) => Number(right.fired) - Number(left.fired))}
        rowKey={({ rule, lineNo }) => `${rule} ${lineNo}`}
        columns={[
          { key: 'rule', header: t('columns.rule'), cell: ({ ruleName }) => ruleName },
          { key: 'signal', header: t('columns.signal'), cell: ({ signalName }) => signalName },
          {
            key: 'line',
            header: t('columns.line'),
            cell: ({ lineNo }) => (
              <span className={classes.words}>
                {lineNo === null ? t('wholeTransaction') : t('lineNo', { line: lineNo })}
              </span>
            ),
          },
          {
            key: 'value',
            header: t('columns.value'),
            align: 'end',
            cell: (row) =>
              row.missing === null ? (
                write(row, row.value)
              ) : (
                <span className={classes.quiet}>{row.missing}</span>
              ),
          },
          {
            key: 'threshold',
            header: t('columns.threshold'),
            align: 'end',
            cell: (row) => write(row, row.threshold),
          },
          {
            key: 'distance',
            header: t('columns.distance'),
            align: 'end',
            cell: (row) =>
              row.distanceToFiring !== null && row.distanceToFiring <= 0
                ? t('reached')
                : write(row, row.missing === null ? row.distanceToFiring : null),
          },
          {
            key: 'result',
            header: t('columns.result'),
            cell: (row) =>
              row.fired ? (
                <mark className={`${classes.hit} ${classes.words}`}>{t('fired')}</mark>
              ) : (
                <span className={classes.words}>{t(quietReason(row))}</span>
              ),
          },
        ]}
      />
      {folded.length < data.evaluations.length && (
        <div className={classes.fold}>
          {!all && <span>{t('moreLines', { count: data.evaluations.length - folded.length })}</span>}
          <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('showFired') : t('showAll', { count: data.evaluations.length })}
          </Button>
        </div>
      )}
    </>
  )
}

function quietReason(row: AlertEvaluation): 'disabled' | 'notHere' | 'belowMinimum' | 'quiet' {
  if (!row.enabled) return 'disabled'
  if (row.threshold === null) return 'notHere'
  return row.belowMinimumAmount ? 'belowMinimum' : 'quiet'
}
